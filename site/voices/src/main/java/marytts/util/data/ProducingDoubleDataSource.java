package marytts.util.data;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import marytts.signalproc.process.InlineDataProcessor;

/**
 * Samples that one thread makes and another reads, handed over some thousand at a time. It stands before the engine's class of the same name, which hands over
 * each sample for itself, boxed and under a lock.
 */
public abstract class ProducingDoubleDataSource extends BufferedDoubleDataSource implements Runnable {
    private static final int CHUNK = 4_096;
    /** After the last samples. */
    private static final double[] END = {};

    private final BlockingQueue<double[]> chunks = new ArrayBlockingQueue<>(8);
    private double[] making = new double[CHUNK];
    private int made;
    private double[] taken = {};
    private int read;
    private boolean ended;

    /**
     * @param samples that there will be, or -1
     * @param processor of what is read, or null
     */
    protected ProducingDoubleDataSource(long samples, InlineDataProcessor processor) {
        super((DoubleDataSource) null, processor);
        dataLength = samples;
    }

    protected ProducingDoubleDataSource(InlineDataProcessor processor) {
        this(-1, processor);
    }

    protected ProducingDoubleDataSource(long samples) {
        this(samples, null);
    }

    protected ProducingDoubleDataSource() {
        this(-1, null);
    }

    /** Begins to make samples, on a thread of its own. */
    public void start() {
        Thread.ofPlatform().daemon().start(this);
    }

    /** Of the thread that makes. */
    public void putOneDataPoint(double sample) {
        making[made++] = sample;
        if (made == CHUNK) {
            handOver();
        }
    }

    /** Of the thread that makes. */
    protected void putEndOfStream() {
        if (made > 0) {
            handOver();
        }
        put(END);
    }

    private void handOver() {
        put(made == CHUNK ? making : Arrays.copyOf(making, made));
        making = new double[CHUNK];
        made = 0;
    }

    private void put(double[] chunk) {
        try {
            chunks.put(chunk);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while it spoke", e);
        }
    }

    @Override
    public boolean hasMoreData() {
        return !ended || currentlyInBuffer() > 0;
    }

    @Override
    public int available() {
        return currentlyInBuffer() + taken.length - read + chunks.stream().mapToInt(chunk -> chunk.length).sum();
    }

    @Override
    protected boolean readIntoBuffer(int wanted) {
        if (bufferSpaceLeft() < wanted) {
            increaseBufferSize(wanted + currentlyInBuffer());
        } else if (buf.length - writePos < wanted) {
            compact();
        }
        int before = writePos;
        while (writePos - before < wanted && isMore()) {
            int some = Math.min(wanted - (writePos - before), taken.length - read);
            System.arraycopy(taken, read, buf, writePos, some);
            read += some;
            writePos += some;
        }
        if (dataProcessor != null) {
            dataProcessor.applyInline(buf, before, writePos - before);
        }
        return writePos - before == wanted;
    }

    /** Takes the next samples when those in hand are read. */
    private boolean isMore() {
        if (read == taken.length && !ended) {
            try {
                taken = chunks.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while it was heard", e);
            }
            read = 0;
            ended = taken == END;
        }
        return !ended;
    }
}
