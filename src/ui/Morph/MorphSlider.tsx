import { MoveHorizontal } from "lucide-react";
import { useEffect, useImperativeHandle, useRef, type ReactElement, type Ref } from "react";

import styles from "./MorphSlider.module.css";

export interface MorphSliderHandle {
  /** Moves the thumb, in [0, 1], without a render and without an event. */
  readonly show: (share: number) => void;
}

interface Props {
  readonly ref: Ref<MorphSliderHandle>;
  readonly label: string;
  /** Where the thumb stands at first, in [0, 1]. */
  readonly initial: number;
  /** What a place means, in words. */
  readonly describe: (share: number) => string;
  /** The thumb was touched or moved. */
  readonly onShare: (share: number) => void;
}

/**
 * A range input with a thumb of our own drawn under it. The input holds the
 * value: a state would render sixty times a second while the morph plays.
 */
export function MorphSlider({ ref, label, initial, describe, onShare }: Props): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const thumb = useRef<HTMLSpanElement>(null);

  const show = (share: number) => {
    if (input.current) input.current.value = String(Math.round(share * 100));
    if (thumb.current) thumb.current.style.transform = `translateX(${share * 100}cqi)`;
  };
  const say = () => {
    const element = input.current;
    element?.setAttribute("aria-valuetext", describe(shareOf(element)));
  };
  useImperativeHandle(ref, () => ({ show }), []);
  // While the morph plays nothing renders and nothing is said; when it stops, this says where.
  useEffect(say);
  useEffect(() => {
    show(initial);
  }, [initial]);

  const onInput = (element: HTMLInputElement) => {
    const share = shareOf(element);
    show(share);
    say();
    onShare(share);
  };
  return (
    <div className={styles.slider}>
      <input
        ref={input}
        className={styles.input}
        type="range"
        min={0}
        max={100}
        defaultValue={initial * 100}
        aria-label={label}
        onPointerDown={(event) => {
          onShare(shareOf(event.currentTarget));
        }}
        onInput={(event) => {
          onInput(event.currentTarget);
        }}
      />
      <span className={styles.rail} aria-hidden>
        <span ref={thumb} className={styles.carriage}>
          <span className={styles.thumb}>
            <MoveHorizontal size={20} />
          </span>
        </span>
      </span>
    </div>
  );
}

function shareOf(input: HTMLInputElement): number {
  return input.valueAsNumber / 100;
}
