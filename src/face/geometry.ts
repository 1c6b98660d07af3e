/** A position in pixels of an image: origin top left, y downwards; pixel (i, j) covers [i, i+1) × [j, j+1). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels of the analysed photo; origin top left, y downwards. May reach past the photo's edges. */
export interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The 68 points of the iBUG 300-W scheme, in pixels of the photo.
 *
 * 0–16 jaw, 17–21 and 22–26 brows, 27–35 nose, 36–41 and 42–47 eyes (the
 * person's right eye first), 48–67 mouth.
 *
 * Source: Sagonas et al., 300 Faces in-the-Wild Challenge (2013).
 */
export type Landmarks = readonly Point[];

export const LANDMARK_COUNT = 68;
