/**
 * Two photos whose descriptors are at most this far apart show one person.
 *
 * Measured: the equal error rate's distance on 3,091 curated photos of 201 people
 * of the gallery, copies left out: 0.7 % of the 29,868 pairs of one person are
 * farther apart, 0.9 % of the 4.7 million pairs of two people are nearer. Of
 * relatives more will be.
 */
export const SAME_PERSON_DISTANCE = 0.62;
