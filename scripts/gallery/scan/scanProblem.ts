/** Something in the folders of photos that is passed over. */
export interface ScanProblem {
  /** Relative to the folder of photos. */
  readonly name: string;
  readonly kind:
    /** Never followed: it may lead out of the folder, or in circles. */
    | "symlink"
    | "unreadable"
    /** Neither by its ending nor by its first bytes. */
    | "notAPhoto"
    /** A pipe, a socket or a device. */
    | "notAFile"
    /** Photos lie directly in a person's folder. */
    | "nestedFolder"
    | "emptyFolder"
    /** In the list, but not there. */
    | "missingFolder"
    /** There, but not in the list. */
    | "unlistedFolder";
  readonly message: string;
}
