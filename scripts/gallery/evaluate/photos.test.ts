import { expect, it } from "vitest";

import type { FaceChoice, JudgedPhoto } from "../faces.ts";
import { candidate, describedFace, descriptorAt } from "../testing.ts";
import { photoFigures } from "./photos.ts";

it("counts the photos by what became of them, the most frequent reason first", () => {
  const judged = [
    judgedPhoto({ kind: "unusable", reason: "profile" }),
    judgedPhoto({ kind: "unusable", reason: "noFace" }),
    judgedPhoto({ kind: "usable", face: describedFace(descriptorAt(1)) }),
    judgedPhoto({ kind: "unusable", reason: "noFace" }),
    judgedPhoto({ kind: "unusable", reason: "blurred" }),
  ];
  const leftOut = [candidate("ann", [descriptorAt(1)])];
  const fates = { judged, dropped: 3, moved: 1, used: 7, leftOut };
  expect(photoFigures(fates)).toEqual({
    scanned: 5,
    used: 7,
    unusable: [
      { reason: "noFace", photos: 2 },
      { reason: "blurred", photos: 1 },
      { reason: "profile", photos: 1 },
    ],
    dropped: 3,
    moved: 1,
    leftOut: [{ person: "ann", name: "ANN", photos: 1 }],
  });
});

function judgedPhoto(choice: FaceChoice): JudgedPhoto {
  return { photo: { name: "a/1.jpg", path: "1.jpg", sha256: "00" }, choice };
}
