/** The content of metrics.json, which the model card, the data card and the page of figures are made of. */
import type { ClassIdMetrics } from "../../../src/training/classIdMetrics.ts";

/**
 * Every figure that a gallery publishes. Shares are fractions in [0, 1], never
 * per cents; distances are Euclidean in descriptor space; log loss is in nats.
 * Out of fold means: judged by a model that saw neither the photo nor a copy of it.
 */
export interface GalleryMetrics {
  readonly identification: IdentificationFigures & {
    readonly top1Interval: Interval;
    readonly top5Interval: Interval;
  };
  /** The same before any decision of curation.csv, of everybody with enough photos to be trained on. */
  readonly identificationUncurated: IdentificationFigures;
  /** The alignment's worth on people of one source; null where the gallery has none of it. */
  readonly identification74: AlignmentFigures | null;
  readonly calibration: CalibrationFigures;
  /** Who is taken for whom, out of fold, most frequent first. */
  readonly confusions: readonly Confusion[];
  /** Out of fold, by person, in the gallery's order. */
  readonly perPerson: readonly GroupFigures[];
  /** Out of fold, by what people.csv says of the people. */
  readonly groups: {
    readonly presentsAs: readonly GroupFigures[];
    readonly field: readonly GroupFigures[];
    readonly region: readonly GroupFigures[];
  };
  readonly verification: VerificationFigures;
  /** Null without enough strangers. */
  readonly strangers: StrangerFigures | null;
  /** Null where it was not measured. */
  readonly robustness: readonly RobustnessFigures[] | null;
  readonly descriptors: DescriptorFigures;
  /** The original's four figures from its own embeddings, under its own split; null without them. */
  readonly original: ClassIdMetrics | null;
  /** The same embeddings with a photo and its mirror image kept in one fold. */
  readonly originalGrouped: ClassIdMetrics | null;
  readonly training: TrainingFigures;
  readonly photos: PhotoFigures;
}

/** A 95 % confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface IdentificationFigures {
  readonly top1: number;
  readonly top5: number;
  readonly macroF1: number;
  readonly logLoss: number;
  /** Of the log loss. */
  readonly standardError: number;
  readonly photos: number;
  readonly people: number;
}

export interface AlignmentFigures {
  readonly top1: number;
  readonly stockCropTop1: number;
  readonly photos: number;
  readonly people: number;
}

export interface CalibrationFigures {
  /** Expected calibration error of the largest share, 15 bins of equal width, out of fold. */
  readonly ece: number;
  readonly temperature: number;
  readonly openSetDistance: number;
  readonly acceptedStrangers: number;
  /** Only bins that hold photos. */
  readonly reliability: readonly ReliabilityBin[];
}

/** Photos whose largest share lies in one bin. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly photos: number;
  /** Mean of the largest share. */
  readonly confidence: number;
  /** How many of the photos were named rightly. */
  readonly accuracy: number;
}

export interface Confusion {
  /** Ids of the gallery. */
  readonly person: string;
  readonly takenFor: string;
  readonly photos: number;
}

export interface GroupFigures {
  /** A person's id, or the value that the group shares. */
  readonly group: string;
  readonly people: number;
  readonly photos: number;
  readonly top1: number;
  readonly interval: Interval;
}

export interface VerificationFigures {
  readonly eer: number;
  /** Share of pairs of one person accepted where 1 in 1,000 pairs of different people is. */
  readonly acceptedAt1e3: number;
  /** Pairs compared. */
  readonly genuinePairs: number;
  readonly impostorPairs: number;
  /** Whether they are a seeded sample, because there are more than ten million of a kind. */
  readonly sampled: boolean;
}

export interface StrangerFigures {
  /** How well the distance to the nearest prototype tells the gallery's people from strangers. */
  readonly auroc: number;
  /** Share of pairs of photos of one stranger that get the same first name. */
  readonly repeatability: number;
  /** Mean share of the first five names that both photos get. */
  readonly top5Overlap: number;
  /** Largest share of all first names that is one and the same. */
  readonly topNameShare: number;
  readonly photos: number;
  readonly pairs: number;
  /** Whose names strangers get first: ids with their share of the photos, the twenty most frequent. */
  readonly hubs: readonly { readonly person: string; readonly share: number }[];
  /** Skewness of how often each person is a first name; 0 would be everybody equally often or symmetric. */
  readonly hubnessSkewness: number;
  /**
   * The same three for means of 1, 2 and 3 photos: two disjoint sets of each
   * person compared. Of the strangers and of the people left out for too few
   * photos, those with twice as many.
   */
  readonly means: readonly MeanFigures[];
}

export interface MeanFigures {
  /** Averaged on either side. */
  readonly photos: number;
  readonly repeatability: number;
  readonly top5Overlap: number;
  readonly topNameShare: number;
  readonly people: number;
  readonly pairs: number;
}

export interface RobustnessFigures {
  /** What was done to the photos, for instance "roll+30", "jpeg30"; "none" is the photos as they are. */
  readonly condition: string;
  readonly photos: number;
  /** Share of the photos in which the face was still found. */
  readonly found: number;
  /** Share of the photos named rightly, out of fold, by the model that had not seen them; not found counts as wrong. */
  readonly top1: number;
  /** Median distance to the descriptor of the photo as it is, where found. */
  readonly medianShift: number;
}

export interface DescriptorFigures {
  /** Mean and largest absolute correlation between two of the 128 values, over all photos. */
  readonly meanAbsCorrelation: number;
  readonly maxAbsCorrelation: number;
  /** How many principal components hold 95 % of the variance. */
  readonly componentsFor95: number;
}

export interface TrainingFigures {
  readonly C: number;
  readonly folds: number;
  readonly seed: number;
  /** Photos of further people for whom names were evened out; 0: they were not. */
  readonly evenedFor: number;
  readonly tried: readonly {
    readonly c: number;
    readonly temperature: number;
    readonly scores: IdentificationFigures & { readonly ece: number };
  }[];
}

export interface PhotoFigures {
  /** Files looked at. */
  readonly scanned: number;
  readonly used: number;
  /** Files without exactly one usable face, by reason, most frequent first. */
  readonly unusable: readonly { readonly reason: string; readonly photos: number }[];
  /** Usable photos taken out by curation.csv, by the kind of reason. */
  readonly dropped: number;
  readonly moved: number;
  /** People with too few good photos to be in the gallery. */
  readonly leftOut: readonly {
    readonly person: string;
    readonly name: string;
    readonly photos: number;
  }[];
}
