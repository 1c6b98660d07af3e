import { useState, type ComponentProps, type ReactElement } from "react";

import type { FacePair } from "../Morph/morphFace.ts";
import { PairScreen, ShareDialog } from "./lazyScreens.ts";

type Props = Omit<ComponentProps<typeof PairScreen>, "onShare">;

/** How alike two people are, and the dialog that shares it. */
export function PairedView(props: Props): ReactElement {
  const [shared, setShared] = useState<{ readonly pair: FacePair; readonly similarity: number }>();
  return (
    <>
      <PairScreen
        {...props}
        onShare={(pair, similarity) => {
          setShared({ pair, similarity });
        }}
      />
      {shared && (
        <ShareDialog
          isOpen
          {...shared}
          leaveMeOut={false}
          onLeaveMeOut={() => undefined}
          onClose={() => {
            setShared(undefined);
          }}
        />
      )}
    </>
  );
}
