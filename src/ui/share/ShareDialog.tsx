import { X } from "lucide-react";
import { useMemo, useState, type ReactElement } from "react";
import { Dialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SwitchButton, SwitchField } from "react-aria-components/Switch";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { useTranslation } from "react-i18next";

import type { FacePair } from "../Morph/morphFace.ts";
import { CARD_FORMATS, CARD_SIZES, type CardFormat } from "./cardLayout.ts";
import { ShareActions } from "./ShareActions.tsx";
import styles from "./ShareDialog.module.css";
import { useCard, type CardState } from "./useCard.ts";
import { useCardWords, type Headline } from "./useCardWords.ts";

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The same object while the faces are the same. */
  readonly pair: FacePair;
  /** Share of pairs of strangers that are less alike, in [0, 1]. */
  readonly similarity: number;
  /** In place of the star's name: an answer that names nobody. */
  readonly headline?: Headline;
  /** Only the composite portrait is drawn. Of no effect where both faces are people's own. */
  readonly leaveMeOut: boolean;
  readonly onLeaveMeOut: (leaveMeOut: boolean) => void;
}

/** The answer as a picture or a short film, drawn here and handed to whatever the person picks. */
export function ShareDialog({ isOpen, onClose, ...content }: Props): ReactElement {
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
        <Dialog className={styles.dialog!}>
          <Content {...content} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content(props: Omit<Props, "isOpen">): ReactElement {
  const { onClose, pair, similarity, headline, leaveMeOut, onLeaveMeOut } = props;
  const { t } = useTranslation();
  const [format, setFormat] = useState<CardFormat>("post");
  const words = useCardWords(pair, similarity, headline);
  const canLeaveOut = pair.second.kind === "composite";
  const isOut = canLeaveOut && leaveMeOut;
  const card = useMemo(
    () => ({ pair, words, format, leaveMeOut: isOut }),
    [pair, words, format, isOut],
  );
  const drawn = useCard(card);
  const { title, numeral, meaning } = words;
  return (
    <>
      <div className={styles.head}>
        <Heading slot="title" className={styles.title!}>
          {t("share.title")}
        </Heading>
        <button
          type="button"
          className={styles.close}
          aria-label={t("share.close")}
          onClick={onClose}
        >
          <X aria-hidden size={22} />
        </button>
      </div>
      <Preview
        drawn={drawn}
        format={format}
        text={`${title}, ${numeral.whole}${numeral.rest} ${meaning}`}
      />
      <div className={styles.options}>
        <FormatChoice format={format} onFormat={setFormat} />
        {canLeaveOut && <LeaveMeOut isOut={leaveMeOut} onChange={onLeaveMeOut} />}
      </div>
      <ShareActions card={card} drawn={drawn} />
      <p className={styles.note}>{t("share.private")}</p>
    </>
  );
}

interface PreviewProps {
  readonly drawn: CardState;
  readonly format: CardFormat;
  /** What the picture says. */
  readonly text: string;
}

function Preview({ drawn, format, text }: PreviewProps): ReactElement {
  const { t } = useTranslation();
  const { width, height } = CARD_SIZES[format];
  return (
    <div className={styles.preview}>
      {drawn.kind === "ready" ? (
        <img
          className={styles.card}
          src={drawn.url}
          width={width}
          height={height}
          alt={t("share.preview", { text })}
        />
      ) : (
        <p className={styles.waiting} role="status">
          {drawn.kind === "failed" ? t("share.drawingFailed") : t("share.drawing")}
        </p>
      )}
    </div>
  );
}

interface FormatProps {
  readonly format: CardFormat;
  readonly onFormat: (format: CardFormat) => void;
}

function FormatChoice({ format, onFormat }: FormatProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ToggleButtonGroup
      className={styles.formats!}
      aria-label={t("share.format")}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[format]}
      onSelectionChange={(keys) => {
        const chosen = CARD_FORMATS.find((candidate) => keys.has(candidate));
        if (chosen) onFormat(chosen);
      }}
    >
      {CARD_FORMATS.map((candidate) => (
        <ToggleButton key={candidate} id={candidate} className={styles.format!}>
          {t(`share.${candidate}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

interface LeaveMeOutProps {
  readonly isOut: boolean;
  readonly onChange: (isOut: boolean) => void;
}

function LeaveMeOut({ isOut, onChange }: LeaveMeOutProps): ReactElement {
  const { t } = useTranslation();
  return (
    <SwitchField isSelected={isOut} onChange={onChange}>
      <SwitchButton className={styles.switch!}>
        <span className={styles.track} aria-hidden />
        {t("share.leaveMeOut")}
      </SwitchButton>
    </SwitchField>
  );
}
