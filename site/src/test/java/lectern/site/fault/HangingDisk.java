package lectern.site.fault;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** A folder of this machine as on a mount that answers nothing for a while: what asks it waits until it is let go. */
final class HangingDisk {
    private volatile CountDownLatch latch = new CountDownLatch(0);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Provider provider = new Provider();
    private final Mounted mounted = new Mounted();

    void hang() {
        latch = new CountDownLatch(1);
    }

    void letGo() {
        latch.countDown();
    }

    /** How many ask in vain just now. */
    int waiting() {
        return waiting.get();
    }

    Path path(Path real) {
        return (Path) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, arguments) -> switch (method.getName()) {
            case "getFileSystem" -> mounted;
            case "hashCode" -> real.hashCode();
            default -> {
                try {
                    if (method.getName().equals("toRealPath")) {
                        await();
                    }
                    var given = arguments == null ? null : Arrays.stream(arguments).map(HangingDisk::bare).toArray();
                    yield wrapped(method.invoke(real, given));
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        });
    }

    private Object wrapped(Object value) {
        return switch (value) {
            case Path path -> path(path);
            case null, default -> value;
        };
    }

    private static Object bare(Object value) {
        return value instanceof Path path && Proxy.isProxyClass(path.getClass()) ? Path.of(path.toString()) : value;
    }

    private static Path real(Path path) {
        return Path.of(path.toString());
    }

    private void await() throws IOException {
        waiting.incrementAndGet();
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private final class Provider extends FileSystemProvider {
        private FileSystemProvider disk(Path path) {
            return real(path).getFileSystem().provider();
        }

        @Override
        public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            await();
            return disk(path).newByteChannel(real(path), options, attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
            await();
            var found = disk(path).newDirectoryStream(real(path), filter);
            return new DirectoryStream<>() {
                @Override
                public Iterator<Path> iterator() {
                    return StreamSupport.stream(found.spliterator(), false).map(HangingDisk.this::path).iterator();
                }

                @Override
                public void close() throws IOException {
                    found.close();
                }
            };
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
            await();
            return disk(path).readAttributes(real(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
            await();
            return disk(path).readAttributes(real(path), attributes, options);
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            await();
            disk(path).checkAccess(real(path), modes);
        }

        @Override
        public boolean isSameFile(Path path, Path other) {
            return real(path).equals(real(other));
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
            return disk(path).getFileAttributeView(real(path), type, options);
        }

        @Override
        public String getScheme() {
            return "hanging";
        }

        @Override
        public boolean isHidden(Path path) {
            return false;
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileStore getFileStore(Path path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void createDirectory(Path path, FileAttribute<?>... attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Path path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copy(Path from, Path to, CopyOption... options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void move(Path from, Path to, CopyOption... options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Mounted extends FileSystem {
        private final FileSystem disk = java.nio.file.FileSystems.getDefault();

        @Override
        public FileSystemProvider provider() {
            return provider;
        }

        @Override
        public Path getPath(String first, String... more) {
            return path(disk.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            var matcher = disk.getPathMatcher(pattern);
            return path -> matcher.matches(real(path));
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return disk.getRootDirectories();
        }

        @Override
        public WatchService newWatchService() throws IOException {
            return disk.newWatchService();
        }

        @Override
        public String getSeparator() {
            return disk.getSeparator();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return disk.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return Set.of("basic");
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return disk.getUserPrincipalLookupService();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }

        @Override
        public void close() {}
    }
}
