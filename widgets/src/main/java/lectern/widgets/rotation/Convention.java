package lectern.widgets.rotation;

import lectern.widgets.math.Vec;

/** How a program writes a rotation as numbers: what one program means and another reads is where policies break. */
public sealed interface Convention {
    /** The numbers that stand for a rotation. */
    double[] write(Quaternion rotation);

    /** The rotation that numbers stand for; needs as many as {@link #size}. */
    Quaternion read(double... numbers);

    /** How many numbers there are. */
    int size();

    /** Four numbers, scalar first: MuJoCo, transforms3d. */
    record Wxyz() implements Convention {
        @Override
        public double[] write(Quaternion rotation) {
            return rotation.wxyz();
        }

        @Override
        public Quaternion read(double... numbers) {
            return Quaternion.ofWxyz(numbers);
        }

        @Override
        public int size() {
            return 4;
        }
    }

    /** Four numbers, scalar last: SciPy, ROS, three.js. */
    record Xyzw() implements Convention {
        @Override
        public double[] write(Quaternion rotation) {
            return rotation.xyzw();
        }

        @Override
        public Quaternion read(double... numbers) {
            return Quaternion.ofXyzw(numbers);
        }

        @Override
        public int size() {
            return 4;
        }
    }

    /** Axis times angle in rad. */
    record RotationVector() implements Convention {
        @Override
        public double[] write(Quaternion rotation) {
            return rotation.rotationVector();
        }

        @Override
        public Quaternion read(double... numbers) {
            return Quaternion.ofRotationVector(numbers);
        }

        @Override
        public int size() {
            return 3;
        }
    }

    /** Three angles by one of the 24 readings, in rad or in degrees. */
    record Angles(Euler order, boolean degrees) implements Convention {
        @Override
        public double[] write(Quaternion rotation) {
            double[] angles = order.angles(rotation);
            return degrees ? Vec.scaled(180 / Math.PI, angles) : angles;
        }

        @Override
        public Quaternion read(double... numbers) {
            return order.rotation(degrees ? Vec.scaled(Math.PI / 180, numbers) : numbers);
        }

        @Override
        public int size() {
            return 3;
        }
    }

    /** Another convention's numbers of the inverse rotation: the frame that a moves in b, read as b in a. */
    record Inverse(Convention of) implements Convention {
        @Override
        public double[] write(Quaternion rotation) {
            return of.write(rotation.conjugate());
        }

        @Override
        public Quaternion read(double... numbers) {
            return of.read(numbers).conjugate();
        }

        @Override
        public int size() {
            return of.size();
        }
    }
}
