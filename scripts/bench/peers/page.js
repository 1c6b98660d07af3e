// The page that every peer gets: a file input, and the nearest of as many people as our gallery has.
// What it shows carries the marks that the app's own pages carry, so that one stopwatch reads both.

/** @returns the value of a parameter in the page's address */
export function parameter(name) {
  return new URLSearchParams(location.search).get(name);
}

/**
 * Shows a file input and answers each photo.
 *
 * @param decode a file to what the library takes
 * @param describe decoded photo to `{index, distance}` of the nearest person, for each face
 */
export function answerPhotos({ decode, describe }) {
  const input = document.createElement("input");
  input.type = "file";
  const answer = document.createElement("p");
  input.addEventListener("change", async () => {
    answer.replaceChildren();
    const faces = await describe(await decode(input.files[0])).catch((error) => {
      console.error(error);
      return undefined;
    });
    // The same file again is a change too.
    input.value = "";
    answer.replaceChildren(outputFor(faces));
  });
  document.body.append(input, answer);
}

function outputFor(faces) {
  const output = document.createElement("output");
  const isAnswered = faces !== undefined && faces.length > 0;
  output.dataset.testid = isAnswered ? "match" : "problem";
  output.dataset.kind = faces === undefined ? "failed" : "noFace";
  output.dataset.faces = String(faces?.length ?? 0);
  output.textContent = (faces ?? [])
    .map(({ index, distance }) => `person ${index} at ${distance.toFixed(3)}`)
    .join(", ");
  return output;
}

/** The gallery's mean descriptors, 128 numbers each. */
export async function loadPrototypes() {
  const response = await fetch("./made/prototypes.bin");
  const values = new Float32Array(await response.arrayBuffer());
  return Array.from({ length: values.length / 128 }, (_, i) =>
    values.slice(128 * i, 128 * (i + 1)),
  );
}
