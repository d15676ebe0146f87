import CCairo
import CTurboJPEG
import Drawing

/// Owns the Cairo surface of a picture: its pixels decoded, and of a JPEG the file's own bytes beside
/// them, which a PDF takes as they are.
@safe final class CairoPicture {
  /// The surface, lent to painters.
  let surface: OpaquePointer

  /// Decodes a picture.
  ///
  /// - Throws: `DrawingError.picture` if the pixels cannot be decoded, or are of another size than
  ///   the picture says.
  init(_ picture: Picture) throws(DrawingError) {
    switch picture.format {
    case .png: unsafe surface = try Self.png(picture)
    case .jpeg: unsafe surface = try Self.jpeg(picture)
    }
    guard
      unsafe cairo_image_surface_get_width(surface) == picture.width,
      unsafe cairo_image_surface_get_height(surface) == picture.height
    else {
      unsafe cairo_surface_destroy(surface)
      throw .picture(name: picture.name, message: "its size is not the one that it announces")
    }
  }

  deinit { unsafe cairo_surface_destroy(surface) }

  /// The bytes that are handed to a decoder, and how many it has taken.
  private final class Source {
    let bytes: [UInt8]
    var position = 0
    init(_ bytes: [UInt8]) { self.bytes = bytes }
  }

  private static func png(_ picture: Picture) throws(DrawingError) -> OpaquePointer {
    let source = Source(picture.bytes)
    let closure = unsafe Unmanaged.passUnretained(source).toOpaque()
    let made = unsafe withExtendedLifetime(source) {
      unsafe cairo_image_surface_create_from_png_stream(
        { closure, data, length in
          guard let closure = unsafe closure, let data = unsafe data else {
            return CAIRO_STATUS_READ_ERROR
          }
          let source = unsafe Unmanaged<Source>.fromOpaque(closure).takeUnretainedValue()
          let count = Int(length)
          guard source.bytes.count - source.position >= count else {
            return CAIRO_STATUS_READ_ERROR
          }
          for offset in 0..<count {
            unsafe data[offset] = source.bytes[source.position + offset]
          }
          source.position += count
          return CAIRO_STATUS_SUCCESS
        }, closure)
    }
    guard let made = unsafe made else { throw .picture(name: picture.name, message: "no memory") }
    let status = unsafe cairo_surface_status(made)
    guard status == CAIRO_STATUS_SUCCESS else {
      let message = unsafe cairo_status_to_string(status).map { unsafe String(cString: $0) }
      unsafe cairo_surface_destroy(made)
      throw .picture(name: picture.name, message: message ?? "unknown fault")
    }
    return unsafe made
  }

  private static func jpeg(_ picture: Picture) throws(DrawingError) -> OpaquePointer {
    guard
      let made = unsafe cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(picture.width), Int32(picture.height)),
      let decoder = unsafe tjInitDecompress()
    else { throw .picture(name: picture.name, message: "no memory") }
    defer { unsafe tjDestroy(decoder) }
    unsafe cairo_surface_flush(made)
    let result = unsafe tjDecompress2(
      decoder, picture.bytes, UInt(picture.bytes.count), cairo_image_surface_get_data(made),
      Int32(picture.width), cairo_image_surface_get_stride(made), Int32(picture.height),
      Int32(TJPF_BGRX.rawValue), 0)
    guard result == 0 else {
      let message = unsafe tjGetErrorStr2(decoder).map { unsafe String(cString: $0) }
      unsafe cairo_surface_destroy(made)
      throw .picture(name: picture.name, message: message ?? "unknown fault")
    }
    unsafe cairo_surface_mark_dirty(made)
    unsafe attach(picture.bytes, to: made)
    return unsafe made
  }

  /// Gives a surface the bytes of its JPEG file; they are freed with the surface.
  private static func attach(_ bytes: [UInt8], to surface: OpaquePointer) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    unsafe copy.initialize(from: bytes, count: bytes.count)
    let status = unsafe cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, copy, UInt(bytes.count), { unsafe $0?.deallocate() }, copy)
    // Without its bytes the decoded pixels are written, which look the same.
    if status != CAIRO_STATUS_SUCCESS { unsafe copy.deallocate() }
  }
}
