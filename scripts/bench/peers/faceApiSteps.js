// What both face-api's are asked to do, in the words of their READMEs.
import { answerPhotos, loadPrototypes } from "./page.js";

const MODELS = "./node_modules/@vladmandic/face-api/model";

/**
 * @param faceapi the library, its backend chosen
 * @param detector "ssd" or "tiny"
 * @param ready what has to be waited for before weights can be loaded
 */
export function answerWith(faceapi, detector, ready) {
  const { nets } = faceapi;
  const isTiny = detector === "tiny";
  const options = () =>
    isTiny ? new faceapi.TinyFaceDetectorOptions() : new faceapi.SsdMobilenetv1Options();
  const loaded = ready.then(async () => {
    const [people] = await Promise.all([
      loadPrototypes(),
      (isTiny ? nets.tinyFaceDetector : nets.ssdMobilenetv1).loadFromUri(MODELS),
      nets.faceLandmark68Net.loadFromUri(MODELS),
      nets.faceRecognitionNet.loadFromUri(MODELS),
    ]);
    const labelled = people.map((row, i) => new faceapi.LabeledFaceDescriptors(String(i), [row]));
    // Whoever is nearest, however far.
    return new faceapi.FaceMatcher(labelled, Infinity);
  });

  answerPhotos({
    decode: (file) => faceapi.bufferToImage(file),
    async describe(image) {
      const matcher = await loaded;
      const faces = await faceapi
        .detectAllFaces(image, options())
        .withFaceLandmarks()
        .withFaceDescriptors();
      return faces.map(({ descriptor }) => {
        const { label, distance } = matcher.findBestMatch(descriptor);
        return { index: Number(label), distance };
      });
    },
  });
}
