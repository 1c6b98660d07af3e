import { expect, it } from "vitest";

import { flopsOf, launched, productFlops } from "./kernels.ts";

it("counts a multiplication and an addition for each weight and place", () => {
  const convolution = {
    name: "FusedConv2D",
    inputShapes: [[2, 8, 8, 3], [3, 3, 3, 16], [16]],
    outputShapes: [[2, 4, 4, 16]],
  };
  expect(flopsOf([convolution])).toBe(2 * (2 * 4 * 4 * 16) * 27);

  const depthwise = {
    name: "DepthwiseConv2dNative",
    inputShapes: [
      [1, 4, 4, 5],
      [3, 3, 5, 1],
    ],
    outputShapes: [[1, 4, 4, 5]],
  };
  expect(flopsOf([depthwise])).toBe(2 * (4 * 4 * 5) * 9);
});

it("agrees with itself on a matrix product, and adds up", () => {
  const product = {
    name: "_FusedMatMul",
    inputShapes: [
      [1, 7, 5],
      [1, 5, 3],
    ],
    outputShapes: [[1, 7, 3]],
  };
  expect(flopsOf([product, product])).toBe(2 * productFlops([7, 5, 3]));
});

it("leaves out what only moves or adds", () => {
  const add = { name: "Add", inputShapes: [[9], [9]], outputShapes: [[9]] };
  const absent = { name: "FusedConv2D", inputShapes: [null], outputShapes: [null] };
  expect(flopsOf([add, absent])).toBe(0);
});

it("counts a fused operation once, and nothing that only reshapes", () => {
  const named = (name: string) => ({ name, inputShapes: [], outputShapes: [] });
  const profile = ["FusedConv2D", "fusedConv2d__op", "Reshape", "Cast", "Add"].map(named);
  expect(launched(profile).map(({ name }) => name)).toEqual(["FusedConv2D", "Add"]);
});
