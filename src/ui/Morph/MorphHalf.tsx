import type { ReactElement } from "react";

import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";
import styles from "./FaceMorph.module.css";
import type { MorphFace } from "./morphFace.ts";
import { useFaceWords } from "./useFaceWords.ts";

interface Props {
  readonly face: MorphFace;
  readonly side: "first" | "second";
}

/** One of the two faces beside the beam. */
export function MorphHalf({ face, side }: Props): ReactElement {
  const { captionOf } = useFaceWords();
  return (
    <figure className={`${styles.half} ${styles[side]}`}>
      <div className={styles.picture}>
        <Picture face={face} />
      </div>
      <figcaption className={styles.caption}>{captionOf(face)}</figcaption>
    </figure>
  );
}

function Picture({ face }: { readonly face: MorphFace }): ReactElement {
  const { altOf } = useFaceWords();
  const alt = altOf(face);
  if (face.kind === "photo")
    return <PixelCanvas className={styles.face} pixels={face.face.portrait} label={alt} />;
  if (face.portraitUrl !== undefined)
    return <img className={styles.face} src={face.portraitUrl} alt={alt} />;
  return (
    <span className={styles.missing} role="img" aria-label={alt}>
      {Array.from(face.name)[0]}
    </span>
  );
}
