import CCairo
import Drawing

/// Owns a Cairo surface that writes into memory, and its drawing context.
@safe final class CairoSurface {
  /// What a surface writes.
  enum Format {
    case svg
    case png(dotsPerInch: Double)
  }

  /// Takes the bytes that Cairo hands over; lives as long as the surface.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// Appends what Cairo hands over to the sink that it was given.
  private static let write: cairo_write_func_t = { closure, data, length in
    guard let closure = unsafe closure, let data = unsafe data else {
      return CAIRO_STATUS_WRITE_ERROR
    }
    let sink = unsafe Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
    unsafe sink.bytes.append(
      contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }

  private let sink = Sink()
  private let surface: OpaquePointer
  private let format: Format
  /// The drawing context, lent to painters.
  let context: OpaquePointer

  /// Makes a surface for pages of a size.
  init(_ format: Format, size: Size) throws(DrawingError) {
    self.format = format
    let (width, height) = (size.width.points, size.height.points)
    let closure = unsafe Unmanaged.passUnretained(sink).toOpaque()
    let made: OpaquePointer?
    switch format {
    case .svg: unsafe made = cairo_svg_surface_create_for_stream(Self.write, closure, width, height)
    case .png(let resolution):
      let scale = resolution / 72
      unsafe made = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32((width * scale).rounded(.up)),
        Int32((height * scale).rounded(.up)))
    }
    guard let made = unsafe made, let context = unsafe cairo_create(made) else {
      throw .cairo(status: 1, message: "no surface")
    }
    unsafe surface = made
    unsafe self.context = context
    try check()
    if case .png(let resolution) = format {
      unsafe cairo_scale(context, resolution / 72, resolution / 72)
      unsafe cairo_set_source_rgb(context, 1, 1, 1)
      unsafe cairo_paint(context)
    }
  }

  deinit {
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
  }

  /// Throws what Cairo has noted since the last check; its status is sticky.
  func check() throws(DrawingError) {
    for status in unsafe [cairo_status(context), cairo_surface_status(surface)]
    where status != CAIRO_STATUS_SUCCESS {
      let message = unsafe cairo_status_to_string(status).map { unsafe String(cString: $0) }
      throw .cairo(status: status.rawValue, message: message ?? "unknown status")
    }
  }

  /// Ends a page.
  func endPage() throws(DrawingError) {
    unsafe cairo_show_page(context)
    try check()
  }

  /// Ends the surface and gives its bytes.
  func finish() throws(DrawingError) -> [UInt8] {
    if case .png = format {
      let closure = unsafe Unmanaged.passUnretained(sink).toOpaque()
      let status = unsafe cairo_surface_write_to_png_stream(surface, Self.write, closure)
      guard status == CAIRO_STATUS_SUCCESS else {
        throw .cairo(status: status.rawValue, message: "the PNG cannot be written")
      }
      return sink.bytes
    }
    unsafe cairo_surface_finish(surface)
    try check()
    return sink.bytes
  }
}
