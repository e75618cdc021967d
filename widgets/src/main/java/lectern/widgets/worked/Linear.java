package lectern.widgets.worked;

import java.util.List;
import java.util.Random;
import lectern.widgets.autodiff.Quadratic;
import lectern.widgets.kinematics.Arm;
import lectern.widgets.kinematics.Jacobian;
import lectern.widgets.kinematics.Panda;
import lectern.widgets.kinematics.Posture;
import lectern.widgets.kinematics.TwoLink;
import lectern.widgets.math.Damped;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Num;
import lectern.widgets.math.Svd;
import lectern.widgets.math.Vec;
import lectern.widgets.rotation.Convention;
import lectern.widgets.rotation.Euler;
import lectern.widgets.rotation.Quaternion;

/** Examples about vectors, matrices and arms. */
final class Linear {
    private static final int MOST_STEPS = 1_000;
    private static final int DRAWS = 10_000;
    /** Fixed, so that the numbers of a page stay the same from one reading to the next. */
    private static final long SEED = 3;

    private Linear() {}

    static List<Example> examples() {
        return List.of(
            Example.lawful("norms", "Three norms of a vector", "v=3,4", "the greatest entry is at most the length, and the length at most the sum of the sizes",
                Linear::norms),
            Example.lawful("projection", "One vector along another, and what is left over", "u=4,3&v=0.3,0.1",
                "the part along and the part left over are orthogonal and make up the vector", Linear::projection),
            Example.lawful("map", "What a two-by-two matrix does", "A=2,1,1,3&v=2,-1",
                "the singular values multiply to the size of the determinant, and no vector is stretched by more than the first", Linear::map),
            Example.lawful("power", "Power iteration on a symmetric matrix", "A=3,1,1,2&steps=8",
                "the stretch never falls and tends to the larger root of the characteristic polynomial", Linear::power),
            Example.lawful("directions", "The cosine between two random directions", "n=2",
                "for independent draws its mean square is one part in n", Linear::directions),
            Example.lawful("low-rank", "Numbers of a low-rank correction", "n=4096&rank=32", "as many as the entries of its two factors", Linear::lowRank),
            Example.proved("damping", "The gain of damped least squares", "sigma=0.05&lambda=0.05", List.of("panda-pinv-dls"), Linear::damping),
            Example.proved("valley", "Descent in a valley", "l=1,10&eta=0.05", List.of("gradient-descent"), Linear::valley),
            Example.proved("misread", "A rotation vector read as roll, pitch and yaw", "r=0.01,-0.02,0.015", List.of("misread"), Linear::misread),
            Example.proved("panda-jacobians", "The analytic against the geometric Jacobian of a Panda", "q=-1.27,1.05,-0.4,-2.6,1.9,0.75,2.2",
                List.of("panda-fk-jacobian"), Linear::pandaJacobians),
            new Example("cloud", "The hand of a two-link arm with noisy joints", "q=0.4,0.9&s=0.001", List.of("two-link"),
                "for small noise the spread of ten thousand draws is that of the Jacobian", Linear::cloud));
    }

    private static Results norms(Given given) {
        double[] v = given.list("v");
        double sum = 0;
        double most = 0;
        for (double entry : v) {
            sum += Math.abs(entry);
            most = Math.max(most, Math.abs(entry));
        }
        return new Results().with("one", sum).with("two", Vec.norm(v)).with("largest", most);
    }

    private static Results projection(Given given) {
        double[] u = given.vector("u");
        double[] v = given.vector("v");
        double c = Vec.dot(u, v) / Vec.dot(u, u);
        double[] rest = Vec.plusScaled(v, -c, u);
        return new Results().with("c", c).with("along", Math.abs(c) * Vec.norm(u)).with("across", Vec.norm(rest))
            .with("degrees", Math.toDegrees(Math.atan2(Vec.norm(rest), c * Vec.norm(u))));
    }

    private static Results map(Given given) {
        double[] a = given.vector("A");
        double[] v = given.vector("v");
        Mat A = Mat.of(2, 2, a);
        Svd svd = Svd.of(A);
        return new Results().with("product", A.times(v)).with("stretch", Vec.norm(A.times(v)) / Vec.norm(v)).with("det", a[0] * a[3] - a[1] * a[2])
            .numbered("sigma", svd.sigma()).with("kappa", svd.condition());
    }

    /** Starts at (1, 0) and scales to length one after each product; a symmetric matrix is made of the given one's upper half. */
    private static Results power(Given given) {
        double[] a = given.vector("A");
        Mat A = Mat.of(2, 2, a[0], a[1], a[1], a[3]);
        double[] v = {1, 0};
        for (int step = given.whole("steps", 0, MOST_STEPS); step > 0; step--) {
            double[] next = A.times(v);
            v = Vec.scaled(1 / Vec.norm(next), next);
        }
        // for (a b; b d) the roots are the mean of a and d, and half the length of (a − d, 2 b) to both sides
        double mean = (a[0] + a[3]) / 2;
        double half = Num.hypot(a[0] - a[3], 2 * a[1]) / 2;
        return new Results().with("stretch", Vec.norm(A.times(v))).numbered("lambda", mean + half, mean - half);
    }

    private static Results directions(Given given) {
        double n = given.number("n", 1, 1e300);
        return new Results().with("cosine", 1 / Math.sqrt(n)).with("degrees", Math.toDegrees(Math.acos(1 / Math.sqrt(n))));
    }

    private static Results lowRank(Given given) {
        double n = given.number("n", 1, 1e9);
        double rank = given.number("rank", 1, n);
        return new Results().with("full", n * n).with("learned", 2 * n * rank).with("ratio", n * n / (2 * n * rank));
    }

    private static Results damping(Given given) {
        double lambda = given.number("lambda", 1e-9, 1e9);
        double gain = Damped.solve(Mat.of(1, 1, given.number("sigma")), new double[] {1}, lambda)[0];
        double most = Damped.solve(Mat.of(1, 1, lambda), new double[] {1}, lambda)[0];
        return new Results().with("gain", gain).with("most", most);
    }

    private static Results valley(Given given) {
        double[] l = given.vector("l");
        Quadratic bowl = new Quadratic(Math.clamp(Math.min(l[0], l[1]), 1e-300, 1e300), Math.clamp(Math.max(l[0], l[1]), 1e-300, 1e300));
        double eta = given.number("eta");
        double flat = 1 - eta * bowl.smallest();
        return new Results().with("limit", bowl.largestStableStep()).with("flat", flat).with("steep", 1 - eta * bowl.largest())
            .with("halved", Math.ceil(Math.log(0.5) / Math.log(Math.abs(flat)))).with("best", bowl.bestStep()).with("factor", bowl.bestRate())
            .with("digit", Math.log(0.1) / Math.log(bowl.bestRate())).with("momentum", bowl.bestMomentumRate()).with("kappa", bowl.condition());
    }

    private static Results misread(Given given) {
        double[] r = given.vector("r");
        Quaternion meant = new Convention.RotationVector().read(r);
        Quaternion read = new Convention.Angles(new Euler("xyz", false), false).read(r);
        return new Results().with("angle", meant.distance(read));
    }

    private static Results pandaJacobians(Given given) {
        double[] q = given.vector("q");
        return new Results().with("flange", largestDifference(Panda.flange(), q)).with("hand", largestDifference(Panda.hand(), q));
    }

    private static double largestDifference(Arm arm, double[] q) {
        Posture posture = new Posture(arm).moveTo(q);
        Mat geometric = posture.jacobian();
        Mat analytic = Jacobian.analytic(geometric, Quaternion.ofMatrix(posture.pose().R()).rotationVector());
        double most = 0;
        for (double entry : analytic.minus(geometric).entries()) {
            most = Math.max(most, Math.abs(entry));
        }
        return most;
    }

    /** The spread of the hand of an arm of unit links by its Jacobian and by draws; both in metres, the wide axis first. */
    private static Results cloud(Given given) {
        double[] q = given.vector("q");
        double s = given.number("s", 0, 10);
        TwoLink arm = new TwoLink(1, 1);
        double[] sigma = arm.singularValues(q[1]);
        Random random = new Random(SEED);
        double[][] hands = new double[DRAWS][];
        double[] mean = new double[2];
        for (int i = 0; i < DRAWS; i++) {
            hands[i] = arm.position(q[0] + s * random.nextGaussian(), q[1] + s * random.nextGaussian());
            mean = Vec.plusScaled(mean, 1.0 / DRAWS, hands[i]);
        }
        Mat centred = new Mat(DRAWS, 2);
        for (int i = 0; i < DRAWS; i++) {
            centred.set(i, 0, hands[i][0] - mean[0]);
            centred.set(i, 1, hands[i][1] - mean[1]);
        }
        double[] spread = Svd.of(centred).sigma();
        double root = Math.sqrt(DRAWS);
        return new Results().with("wide", s * sigma[0]).with("narrow", s * sigma[1]).with("drawnwide", spread[0] / root).with("drawnnarrow", spread[1] / root);
    }
}
