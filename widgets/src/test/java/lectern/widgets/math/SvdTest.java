package lectern.widgets.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lectern.widgets.Seeded;
import org.junit.jupiter.api.Test;

class SvdTest {
    @Test
    void factorsMultiplyToTheMatrixAndAreOrthonormal() {
        Random random = Seeded.random("svd factors");
        for (int trial = 0; trial < 200; trial++) {
            Mat a = random(random, 1 + random.nextInt(8), 1 + random.nextInt(8));
            Svd svd = Svd.of(a);
            Mat sum = new Mat(a.rows(), a.columns());
            for (int k = 0; k < svd.sigma().length; k++) {
                for (int i = 0; i < a.rows(); i++) {
                    for (int j = 0; j < a.columns(); j++) sum.set(i, j, sum.get(i, j) + svd.u(i, k) * svd.sigma()[k] * svd.v(j, k));
                }
            }
            assertTrue(sum.minus(a).norm() < 1e-13 * (1 + a.norm()), "A = U Σ Vᵀ for " + a.shape());
            for (int p = 0; p < a.columns(); p++) {
                for (int q = 0; q < a.columns(); q++) {
                    double dot = 0;
                    for (int i = 0; i < a.columns(); i++) dot += svd.v(i, p) * svd.v(i, q);
                    assertEquals(p == q ? 1 : 0, dot, 1e-13);
                }
            }
        }
    }

    @Test
    void pseudoInverseMeetsPenroseEvenWhenRankIsLost() {
        Random random = Seeded.random("Penrose");
        for (int trial = 0; trial < 100; trial++) {
            int rank = 1 + random.nextInt(3);
            Mat a = random(random, 5, rank).times(random(random, rank, 6));
            Mat inverse = Svd.of(a).pseudoInverse();
            assertTrue(a.times(inverse).times(a).minus(a).norm() < 1e-11 * (1 + a.norm()));
            assertTrue(inverse.times(a).times(inverse).minus(inverse).norm() < 1e-11 * (1 + inverse.norm()) * (1 + inverse.norm()));
            Mat projector = Svd.of(a).nullProjector();
            assertTrue(a.times(projector).norm() < 1e-12 * (1 + a.norm()));
            assertEquals(6 - rank, trace(projector), 1e-12);
        }
    }

    @Test
    void dampedTendsToThePseudoInverseAsLambdaVanishes() {
        Random random = Seeded.random("damped to pseudo-inverse");
        for (int trial = 0; trial < 100; trial++) {
            Mat a = random(random, 3, 5);
            double[] b = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double[] least = new double[5];
            Svd svd = Svd.of(a);
            svd.solveInto(b, least);
            double before = Double.POSITIVE_INFINITY;
            for (double lambda = 1; lambda > 1e-4; lambda /= 10) {
                double distance = Vec.norm(Vec.minus(Damped.solve(a, b, lambda), least));
                assertTrue(distance < before, "nearer for a smaller λ");
                assertTrue(distance <= lambda * lambda / Math.pow(svd.sigma()[2], 3) * Vec.norm(b) + 1e-9, "no farther than λ²/σ³");
                before = distance;
            }
        }
    }

    @Test
    void luSolvesAndInverts() {
        Random random = Seeded.random("lu");
        for (int trial = 0; trial < 100; trial++) {
            Mat a = random(random, 5, 5);
            assertTrue(Lu.of(a).inverse().times(a).minus(Mat.identity(5)).norm() < 1e-9);
            assertEquals(Math.abs(Lu.of(a).determinant()), Svd.of(a).volume(), 1e-10);
        }
        assertEquals(-1, Lu.of(Mat.of(2, 2, 0, 1, 1, 0)).determinant());
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        var error = assertThrows(IllegalArgumentException.class, () -> new Mat(2, 3).times(new Mat(2, 3)));
        assertEquals("product of shapes 2×3 and 2×3 into 2×3", error.getMessage());
    }

    static Mat random(Random random, int rows, int columns) {
        Mat matrix = new Mat(rows, columns);
        for (int i = 0; i < matrix.entries().length; i++) matrix.entries()[i] = random.nextGaussian();
        return matrix;
    }

    private static double trace(Mat a) {
        double sum = 0;
        for (int i = 0; i < a.rows(); i++) sum += a.get(i, i);
        return sum;
    }
}
