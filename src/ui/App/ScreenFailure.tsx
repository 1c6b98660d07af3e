import { Component, type ReactNode } from "react";

import { ProblemScreen } from "../ProblemScreen/ProblemScreen.tsx";

interface Props {
  readonly onPhotos: (files: readonly File[]) => void;
  readonly onTakePhoto: () => void;
  /** Called as soon as it shows: what failed may be asked for again by the next screen. */
  readonly onFailure: () => void;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

/**
 * Shows "something went wrong" where a screen throws, or its chunk cannot be
 * had. Give it a new `key` for another screen, which may well work.
 */
export class ScreenFailure extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFailure();
  }

  override render(): ReactNode {
    const { onPhotos, onTakePhoto, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <ProblemScreen
        problem={{ kind: "unexpected" }}
        onRetry={() => {
          location.reload();
        }}
        onPhotos={onPhotos}
        onTakePhoto={onTakePhoto}
        onCompareTheTwo={() => undefined}
      />
    );
  }
}
