/** `npm run -s faces -- FILE...`: one JSON line per file, the faces in it in numbers. */
import { analyseFiles, faceJson } from "./analyseFiles.ts";

await analyseFiles("faces", "Prints one JSON line per photo: its faces in numbers.", faceJson);
