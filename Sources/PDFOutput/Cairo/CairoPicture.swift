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
    return unsafe made
  }

  /// The pixels row by row as PDF has them: red, green and blue; and apart from them how opaque each
  /// is, if there are any that are not.
  func samples() -> (colours: [UInt8], alpha: [UInt8]?) {
    unsafe cairo_surface_flush(surface)
    let width = Int(unsafe cairo_image_surface_get_width(surface))
    let height = Int(unsafe cairo_image_surface_get_height(surface))
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    let hasAlpha = unsafe cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32
    guard let data = unsafe cairo_image_surface_get_data(surface) else { return ([], nil) }
    var colours: [UInt8] = []
    var alpha: [UInt8] = []
    colours.reserveCapacity(3 * width * height)
    for row in 0..<height {
      for column in 0..<width {
        // Cairo keeps blue, green, red and opacity, the colours multiplied by the opacity.
        let place = row * stride + 4 * column
        let opacity = hasAlpha ? unsafe Int(data[place + 3]) : 255
        for part in [2, 1, 0] {
          let value = unsafe Int(data[place + part])
          colours.append(opacity == 0 ? 0 : UInt8(min(255, (value * 255 + opacity / 2) / opacity)))
        }
        if hasAlpha { alpha.append(UInt8(opacity)) }
      }
    }
    return (colours, alpha.contains { $0 < 255 } ? alpha : nil)
  }
}
