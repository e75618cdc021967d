package lectern.widgets.policy;

import lectern.widgets.math.Mat;

/**
 * An image as a tensor of shape [height, width, channels], row by row.
 *
 * @param values the live numbers; (y, x, c) stands at {@code (y * width + x) * channels + c}
 */
public record Image(int height, int width, int channels, double[] values) {
    public Image {
        if (values.length != height * width * channels) {
            throw new IllegalArgumentException(values.length + " numbers for an image of " + height + "×" + width + "×" + channels);
        }
    }

    /** How far apart in storage neighbours along each axis stand. */
    public int[] strides() {
        return new int[] {width * channels, channels, 1};
    }

    public double get(int y, int x, int c) {
        return values[(y * width + x) * channels + c];
    }

    /** Mean of every channel. */
    public double[] channelMeans() {
        double[] means = new double[channels];
        for (int i = 0; i < values.length; i++) means[i % channels] += values[i];
        for (int c = 0; c < channels; c++) means[c] /= height * width;
        return means;
    }

    /** Cross-correlation of one channel with a kernel, where the kernel fits wholly. */
    public Mat correlated(int channel, Mat kernel) {
        Mat result = new Mat(height - kernel.rows() + 1, width - kernel.columns() + 1);
        for (int y = 0; y < result.rows(); y++) {
            for (int x = 0; x < result.columns(); x++) {
                double sum = 0;
                for (int i = 0; i < kernel.rows(); i++) {
                    for (int j = 0; j < kernel.columns(); j++) sum += kernel.get(i, j) * get(y + i, x + j, channel);
                }
                result.set(y, x, sum);
            }
        }
        return result;
    }

    /** The image cut into patches, one row each, left to right and top to bottom, its pixels row by row with channels last. */
    public Mat patches(int patchHeight, int patchWidth) {
        if (height % patchHeight != 0 || width % patchWidth != 0) {
            throw new IllegalArgumentException("patches of " + patchHeight + "×" + patchWidth + " do not fill an image of " + height + "×" + width);
        }
        int across = width / patchWidth;
        Mat patches = new Mat(height / patchHeight * across, patchHeight * patchWidth * channels);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int row = y / patchHeight * across + x / patchWidth;
                int place = (y % patchHeight * patchWidth + x % patchWidth) * channels;
                for (int c = 0; c < channels; c++) patches.set(row, place + c, get(y, x, c));
            }
        }
        return patches;
    }
}
