// The kernels of the benchmark written by hand, on typed arrays: what compiled Java is measured against.

const A = [0, 0, 0, 0.0825, -0.0825, 0, 0.088];
const D = [0.333, 0, 0.316, 0, 0.384, 0, 0];
const ALPHA = [0, -Math.PI / 2, Math.PI / 2, Math.PI / 2, -Math.PI / 2, Math.PI / 2, Math.PI / 2];
const LOWER = [-2.8973, -1.7628, -2.8973, -3.0718, -2.8973, -0.0175, -2.8973];
const UPPER = [2.8973, 1.7628, 2.8973, -0.0698, 2.8973, 3.7525, 2.8973];
const READY = [0, -Math.PI / 4, 0, -3 * Math.PI / 4, 0, Math.PI / 2, Math.PI / 4];
const CA = Float64Array.from(ALPHA, Math.cos), SA = Float64Array.from(ALPHA, Math.sin);
const AF = Float64Array.from(A), DF = Float64Array.from(D);
const TOOL_C = Math.cos(-Math.PI / 4), TOOL_S = Math.sin(-Math.PI / 4), TOOL_D = 0.107 + 0.1034;

/** Frames of the Panda's joints and hand: columns x, y, z, then the origin. */
function forward(q, f) {
  let xx = 1, xy = 0, xz = 0, yx = 0, yy = 1, yz = 0, zx = 0, zy = 0, zz = 1, px = 0, py = 0, pz = 0;
  for (let i = 0; i < 7; i++) {
    const a = AF[i], d = DF[i], ca = CA[i], sa = SA[i], c = Math.cos(q[i]), s = Math.sin(q[i]);
    const ux = yx * ca + zx * sa, uy = yy * ca + zy * sa, uz = yz * ca + zz * sa;
    zx = zx * ca - yx * sa; zy = zy * ca - yy * sa; zz = zz * ca - yz * sa;
    px += a * xx + d * zx; py += a * xy + d * zy; pz += a * xz + d * zz;
    yx = ux * c - xx * s; yy = uy * c - xy * s; yz = uz * c - xz * s;
    xx = xx * c + ux * s; xy = xy * c + uy * s; xz = xz * c + uz * s;
    const at = 12 * i;
    f[at] = xx; f[at + 1] = xy; f[at + 2] = xz; f[at + 3] = yx; f[at + 4] = yy; f[at + 5] = yz;
    f[at + 6] = zx; f[at + 7] = zy; f[at + 8] = zz; f[at + 9] = px; f[at + 10] = py; f[at + 11] = pz;
  }
  f[84] = xx * TOOL_C + yx * TOOL_S; f[85] = xy * TOOL_C + yy * TOOL_S; f[86] = xz * TOOL_C + yz * TOOL_S;
  f[87] = yx * TOOL_C - xx * TOOL_S; f[88] = yy * TOOL_C - xy * TOOL_S; f[89] = yz * TOOL_C - xz * TOOL_S;
  f[90] = zx; f[91] = zy; f[92] = zz;
  f[93] = px + zx * TOOL_D; f[94] = py + zy * TOOL_D; f[95] = pz + zz * TOOL_D;
}

function columns(f, J) {
  const ex = f[93], ey = f[94], ez = f[95];
  for (let i = 0; i < 7; i++) {
    const at = 12 * i + 6, zx = f[at], zy = f[at + 1], zz = f[at + 2];
    const rx = ex - f[at + 3], ry = ey - f[at + 4], rz = ez - f[at + 5];
    J[i] = zy * rz - zz * ry; J[7 + i] = zz * rx - zx * rz; J[14 + i] = zx * ry - zy * rx;
    J[21 + i] = zx; J[28 + i] = zy; J[35 + i] = zz;
  }
}

export function jacobian(n) {
  const f = new Float64Array(96), J = new Float64Array(42), q = new Float64Array(7);
  let sum = 0;
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < 7; i++) q[i] = 0.001 * k + 0.3 * i;
    forward(q, f);
    columns(f, J);
    sum += J[k % 42];
  }
  return sum;
}

const factor = new Float64Array(36), y = new Float64Array(6);

/** x = Jᵀ (J Jᵀ + λ² I)⁻¹ b by Cholesky. */
function damped(J, b, lambda, x) {
  for (let i = 0; i < 6; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? lambda * lambda : 0;
      for (let k = 0; k < 7; k++) sum += J[7 * i + k] * J[7 * j + k];
      for (let k = 0; k < j; k++) sum -= factor[6 * i + k] * factor[6 * j + k];
      factor[6 * i + j] = i === j ? Math.sqrt(sum) : sum / factor[6 * j + j];
    }
  }
  for (let i = 0; i < 6; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= factor[6 * i + k] * y[k];
    y[i] = sum / factor[6 * i + i];
  }
  for (let i = 5; i >= 0; i--) {
    let sum = y[i];
    for (let k = i + 1; k < 6; k++) sum -= factor[6 * k + i] * y[k];
    y[i] = sum / factor[6 * i + i];
  }
  for (let j = 0; j < 7; j++) {
    let sum = 0;
    for (let i = 0; i < 6; i++) sum += J[7 * i + j] * y[i];
    x[j] = sum;
  }
}

function solve(target, q, f, J, e, step) {
  for (let taken = 0; taken <= 50; taken++) {
    forward(q, f);
    let wx = 0, wy = 0, wz = 0, trace = 0;
    for (let c = 0; c < 3; c++) {
      const ax = f[84 + 3 * c], ay = f[85 + 3 * c], az = f[86 + 3 * c];
      const bx = target[3 * c], by = target[3 * c + 1], bz = target[3 * c + 2];
      wx += ay * bz - az * by; wy += az * bx - ax * bz; wz += ax * by - ay * bx;
      trace += ax * bx + ay * by + az * bz;
    }
    const sine = Math.sqrt(wx * wx + wy * wy + wz * wz) / 2;
    const share = sine < 2.220446049250313e-16 ? 0.5 : Math.atan2(sine, (trace - 1) / 2) / (2 * sine);
    e[0] = target[9] - f[93]; e[1] = target[10] - f[94]; e[2] = target[11] - f[95];
    e[3] = share * wx; e[4] = share * wy; e[5] = share * wz;
    let sum = 0;
    for (let k = 0; k < 6; k++) sum += e[k] * e[k];
    if (Math.sqrt(sum) <= 1e-8) return taken;
    columns(f, J);
    damped(J, e, 0.01, step);
    for (let i = 0; i < 7; i++) q[i] = Math.max(LOWER[i], Math.min(UPPER[i], q[i] + step[i]));
  }
  return -1;
}

export function inverseKinematics(n) {
  const f = new Float64Array(96), J = new Float64Array(42), q = new Float64Array(7), e = new Float64Array(6), step = new Float64Array(7);
  for (let i = 0; i < 7; i++) q[i] = Math.max(LOWER[i], Math.min(UPPER[i], READY[i] + 0.1 * i - 0.3));
  forward(q, f);
  const target = f.slice(84, 96);
  let sum = 0;
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < 7; i++) q[i] = READY[i];
    q[0] += 0.0001 * (k % 100);
    sum += solve(target, q, f, J, e, step) + q[k % 7];
  }
  return sum;
}

// the tape of scalars: value, two operands, two slopes, adjoint
let room = 64, size = 1;
let value = new Float64Array(room), left = new Int32Array(room), right = new Int32Array(room);
let leftSlope = new Float64Array(room), rightSlope = new Float64Array(room), adjoint = new Float64Array(room);

function wider(old, Type) {
  const array = new Type(2 * old.length);
  array.set(old);
  return array;
}

function node(v, l, dl, r, dr) {
  if (size === room) {
    value = wider(value, Float64Array); left = wider(left, Int32Array); right = wider(right, Int32Array);
    leftSlope = wider(leftSlope, Float64Array); rightSlope = wider(rightSlope, Float64Array); adjoint = wider(adjoint, Float64Array);
    room *= 2;
  }
  const i = size++;
  value[i] = v; left[i] = l; right[i] = r; leftSlope[i] = dl; rightSlope[i] = dr;
  return i;
}

const add = (a, b) => node(value[a] + value[b], a, 1, b, 1);
const multiply = (a, b) => node(value[a] * value[b], a, value[b], b, value[a]);
const scale = (a, by, shift) => node(by * value[a] + shift, a, by, 0, 0);
const tanhNode = a => { const t = Math.tanh(value[a]); return node(t, a, 1 - t * t, 0, 0); };

function backward(output) {
  adjoint.fill(0, 0, size);
  adjoint[output] = 1;
  for (let i = output; i > 0; i--) {
    const a = adjoint[i];
    if (a === 0) continue;
    adjoint[left[i]] += a * leftSlope[i];
    adjoint[right[i]] += a * rightSlope[i];
  }
}

export function tape(n) {
  const sizes = [4, 16, 16, 1];
  const weights = new Float64Array(369), nodes = new Int32Array(369);
  for (let i = 0; i < 369; i++) weights[i] = 0.3 * Math.sin(i);
  let from = new Int32Array(16), to = new Int32Array(16), sum = 0;
  for (let k = 0; k < n; k++) {
    size = 1;
    for (let i = 0; i < 369; i++) nodes[i] = node(weights[i], 0, 0, 0, 0);
    for (let i = 0; i < 4; i++) from[i] = node(Math.cos(k + i), 0, 0, 0, 0);
    let at = 0;
    for (let layer = 0; layer < 3; layer++) {
      for (let j = 0; j < sizes[layer + 1]; j++) {
        let total = nodes[at + sizes[layer]];
        for (let i = 0; i < sizes[layer]; i++) total = add(total, multiply(nodes[at + i], from[i]));
        at += sizes[layer] + 1;
        to[j] = layer < 2 ? tanhNode(total) : total;
      }
      [from, to] = [to, from];
    }
    const error = scale(from[0], 1, -Math.sin(k));
    const loss = scale(multiply(error, error), 0.5, 0);
    backward(loss);
    for (let i = 0; i < 369; i++) weights[i] -= 0.01 * adjoint[nodes[i]];
    sum += value[loss];
  }
  return sum;
}

const BATCH = 32, WIDTH = 64, OUTPUTS = 8;

function waves(count, height) {
  const array = new Float64Array(count);
  for (let i = 0; i < count; i++) array[i] = height * Math.sin(i);
  return array;
}

/** y = x Wᵀ + b for rows of x. */
function linear(rows, inner, outer, x, W, b, out) {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < outer; j++) {
      let sum = b[j];
      for (let p = 0; p < inner; p++) sum += x[i * inner + p] * W[j * inner + p];
      out[i * outer + j] = sum;
    }
  }
}

/** dx = g W, dW = gᵀ x, db = Σ g. */
function linearBackward(rows, inner, outer, x, W, g, dx, dW, db) {
  if (dx) dx.fill(0);
  dW.fill(0);
  db.fill(0);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < outer; j++) {
      const e = g[i * outer + j];
      db[j] += e;
      for (let p = 0; p < inner; p++) dW[j * inner + p] += e * x[i * inner + p];
      if (dx) for (let p = 0; p < inner; p++) dx[i * inner + p] += e * W[j * inner + p];
    }
  }
}

function tanhEach(z, h) {
  for (let i = 0; i < z.length; i++) h[i] = Math.tanh(z[i]);
}

function tanhBackward(h, g) {
  for (let i = 0; i < h.length; i++) g[i] *= 1 - h[i] * h[i];
}

function descend(x, g) {
  for (let i = 0; i < x.length; i++) x[i] -= 0.01 * g[i];
}

export function layers(n) {
  const x = waves(BATCH * WIDTH, 1), t = waves(BATCH * OUTPUTS, 1);
  const W1 = waves(WIDTH * WIDTH, 0.1), b1 = waves(WIDTH, 0.1), W2 = waves(WIDTH * WIDTH, 0.1), b2 = waves(WIDTH, 0.1);
  const W3 = waves(OUTPUTS * WIDTH, 0.1), b3 = waves(OUTPUTS, 0.1);
  const same = array => new Float64Array(array.length);
  const dx = same(x), dW1 = same(W1), db1 = same(b1), dW2 = same(W2), db2 = same(b2), dW3 = same(W3), db3 = same(b3);
  const h1 = new Float64Array(BATCH * WIDTH), h2 = same(h1), g1 = same(h1), g2 = same(h1), y = new Float64Array(BATCH * OUTPUTS), g = same(y);
  let sum = 0;
  for (let k = 0; k < n; k++) {
    linear(BATCH, WIDTH, WIDTH, x, W1, b1, h1); tanhEach(h1, h1);
    linear(BATCH, WIDTH, WIDTH, h1, W2, b2, h2); tanhEach(h2, h2);
    linear(BATCH, WIDTH, OUTPUTS, h2, W3, b3, y);
    let loss = 0;
    for (let i = 0; i < y.length; i++) { const e = y[i] - t[i]; loss += e * e; g[i] = e / BATCH; }
    linearBackward(BATCH, WIDTH, OUTPUTS, h2, W3, g, g2, dW3, db3); tanhBackward(h2, g2);
    linearBackward(BATCH, WIDTH, WIDTH, h1, W2, g2, g1, dW2, db2); tanhBackward(h1, g1);
    linearBackward(BATCH, WIDTH, WIDTH, x, W1, g1, dx, dW1, db1);
    descend(W1, dW1); descend(b1, db1); descend(W2, dW2); descend(b2, db2); descend(W3, dW3); descend(b3, db3);
    sum += loss * 0.5 / BATCH;
  }
  return sum;
}
