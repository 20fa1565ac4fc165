/**
 * Solves the symmetric, positive definite system `matrix * result = right` by Cholesky's decomposition. `matrix` has its rows
 * one after the other and is overwritten. Returns null when it is singular.
 */
export function solveSymmetric(matrix: Float64Array, right: readonly number[]): number[] | null {
  const size = right.length;
  const at = (row: number, column: number): number => matrix[row * size + column] ?? 0;
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let value = at(row, column);
      for (let k = 0; k < column; k++) value -= at(row, k) * at(column, k);
      if (row === column) {
        if (value <= 1e-12) return null;
        matrix[row * size + column] = Math.sqrt(value);
      } else {
        matrix[row * size + column] = value / at(column, column);
      }
    }
  }
  const result = [...right];
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) result[row] = (result[row] ?? 0) - at(row, k) * (result[k] ?? 0);
    result[row] = (result[row] ?? 0) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) result[row] = (result[row] ?? 0) - at(k, row) * (result[k] ?? 0);
    result[row] = (result[row] ?? 0) / at(row, row);
  }
  return result;
}
