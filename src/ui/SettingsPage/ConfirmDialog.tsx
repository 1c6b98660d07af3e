import { useId, type ReactElement, type ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";

import { Button } from "../Button/Button.tsx";
import styles from "./ConfirmDialog.module.css";

interface Props {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will be lost. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once more before something is lost. Escape, and a press beside it, mean no. */
export function ConfirmDialog(props: Props): ReactElement {
  const { isOpen, title, children, confirm, cancel, onConfirm, onClose } = props;
  const text = useId();
  return (
    <ModalOverlay
      className={styles.overlay!}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal!}>
        <Dialog role="alertdialog" aria-describedby={text} className={styles.dialog!}>
          <Heading slot="title" level={2} className={styles.title!}>
            {title}
          </Heading>
          <div id={text} className={styles.text}>
            {children}
          </div>
          <div className={styles.actions}>
            {/* First, so that the Tab key comes to the side of caution before the other. */}
            <Button kind="secondary" onClick={onClose}>
              {cancel}
            </Button>
            <Button
              kind="primary"
              onClick={() => {
                onClose();
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
