import { PORTRAIT } from "../../face/portraitFrame.ts";
import type { Point } from "../../face/geometry.ts";
import type { LoadedMorph } from "./loadMorph.ts";
import type { AnyCanvas, MorphDrawing } from "./morphDrawing.ts";

/** Each point travels from its place on the first face to its place on the second; both pictures travel with it. */
const VERTEX_SHADER = `
attribute vec2 first;
attribute vec2 second;
uniform mediump float share;
varying vec2 onFirst;
varying vec2 onSecond;
void main() {
  vec2 place = mix(first, second, share);
  onFirst = first;
  onSecond = second;
  gl_Position = vec4(place.x * 2.0 - 1.0, 1.0 - place.y * 2.0, 0.0, 1.0);
}`;

const FRAGMENT_SHADER = `
precision mediump float;
uniform sampler2D firstPicture;
uniform sampler2D secondPicture;
uniform float share;
varying vec2 onFirst;
varying vec2 onSecond;
void main() {
  vec3 colour = mix(texture2D(firstPicture, onFirst).rgb, texture2D(secondPicture, onSecond).rgb, share);
  gl_FragColor = vec4(colour, 1.0);
}`;

/** The morph on the GPU: one draw call and one uniform a frame. Undefined without WebGL. */
export function openWebGlMorph(canvas: AnyCanvas, morph: LoadedMorph): MorphDrawing | undefined {
  const gl = (canvas as HTMLCanvasElement).getContext("webgl", {
    alpha: false,
    antialias: false,
    depth: false,
  });
  const program = gl && buildProgram(gl);
  if (!gl || !program) return undefined;

  gl.useProgram(program);
  bindPoints(gl, program, "first", morph.mesh.first);
  bindPoints(gl, program, "second", morph.mesh.second);
  bindPicture(gl, program, "firstPicture", 0, morph.first);
  bindPicture(gl, program, "secondPicture", 1, morph.second);
  const { triangles } = morph.mesh;
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, Uint16Array.from(triangles), gl.STATIC_DRAW);
  gl.viewport(0, 0, canvas.width, canvas.height);

  const share = gl.getUniformLocation(program, "share");
  const count = triangles.length;
  return {
    draw: (value) => {
      gl.uniform1f(share, value);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, 0);
    },
    // A browser keeps few contexts alive; waiting for the collector would cost somebody else's.
    close: () => gl.getExtension("WEBGL_lose_context")?.loseContext(),
  };
}

function buildProgram(gl: WebGLRenderingContext): WebGLProgram | undefined {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX_SHADER],
    [gl.FRAGMENT_SHADER, FRAGMENT_SHADER],
  ] as const) {
    const shader = gl.createShader(type);
    // Null on a lost context, whatever the types say.
    if (!shader) return undefined;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) === true ? program : undefined;
}

/** The points in shares of the frame's width and height. */
function bindPoints(
  gl: WebGLRenderingContext,
  program: WebGLProgram,
  name: string,
  points: readonly Point[],
): void {
  const { width, height } = PORTRAIT;
  const values = Float32Array.from(points.flatMap(({ x, y }) => [x / width, y / height]));
  const attribute = gl.getAttribLocation(program, name);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(attribute);
  gl.vertexAttribPointer(attribute, 2, gl.FLOAT, false, 0, 0);
}

function bindPicture(
  gl: WebGLRenderingContext,
  program: WebGLProgram,
  name: string,
  unit: number,
  picture: ImageBitmap,
): void {
  gl.activeTexture(gl.TEXTURE0 + unit);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
  gl.uniform1i(gl.getUniformLocation(program, name), unit);
}
