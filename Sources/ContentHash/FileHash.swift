private import Glibc

/// The SHA-256 of a file, read piece by piece; nil if it cannot be read.
func hashOfFile(_ path: String) -> ContentHash? {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var hasher = ContentHasher()
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe piece.withUnsafeMutableBytes { buffer in
      unsafe read(descriptor, buffer.baseAddress, buffer.count)
    }
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { return nil }
    if count == 0 { return hasher.finish() }
    hasher.update(piece.span.extracting(first: count))
  }
}
