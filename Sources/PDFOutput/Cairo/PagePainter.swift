import CCairo
import Drawing
import PageModel

/// Draws pages with Cairo and decides nothing: the page model says what stands where.
@safe struct PagePainter {
  let context: OpaquePointer
  let fonts: CairoFonts

  /// Draws the items of a page in order.
  func paint(_ page: Page) throws(DrawingError) {
    unsafe cairo_set_font_options(context, fonts.options)
    for item in page.items where !item.marks.isEmpty {
      for mark in item.marks { try paint(mark) }
    }
  }

  private func paint(_ mark: Mark) throws(DrawingError) {
    switch mark {
    case .glyphs(let glyphs): try paint(glyphs)
    case .path(let path): paint(path)
    case .picture(let picture): try paint(picture)
    }
  }

  /// Scales a picture to its frame.
  private func paint(_ mark: PictureMark) throws(DrawingError) {
    let picture = try CairoPicture(mark.picture)
    let frame = mark.frame
    unsafe cairo_save(context)
    unsafe cairo_translate(context, frame.left.points, frame.top.points)
    unsafe cairo_scale(
      context, frame.width.points / Double(mark.picture.width),
      frame.height.points / Double(mark.picture.height))
    unsafe cairo_set_source_surface(context, picture.surface, 0, 0)
    unsafe cairo_rectangle(
      context, 0, 0, Double(mark.picture.width), Double(mark.picture.height))
    unsafe cairo_fill(context)
    unsafe cairo_restore(context)
  }

  private func paint(_ mark: GlyphMark) throws(DrawingError) {
    let run = mark.run
    if run.glyphs.isEmpty { return }
    unsafe cairo_set_font_face(context, try fonts.face(run.font))
    unsafe cairo_set_font_size(context, run.size.points)
    setSource(mark.colour)
    var pen = mark.origin.x
    let glyphs = run.glyphs.map { glyph in
      defer { pen = pen + glyph.advance }
      return cairo_glyph_t(
        index: UInt(glyph.id), x: (pen + glyph.offset.x).points,
        y: (mark.origin.y + glyph.offset.y).points)
    }
    let clusters = run.clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    unsafe cairo_show_text_glyphs(
      context, run.text, Int32(run.text.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), cairo_text_cluster_flags_t(0))
  }

  private func paint(_ mark: PathMark) {
    unsafe cairo_new_path(context)
    for element in mark.path.elements {
      switch element {
      case .move(let point): unsafe cairo_move_to(context, point.x.points, point.y.points)
      case .line(let point): unsafe cairo_line_to(context, point.x.points, point.y.points)
      case .curve(let control1, let control2, let end):
        unsafe cairo_curve_to(
          context, control1.x.points, control1.y.points, control2.x.points, control2.y.points,
          end.x.points, end.y.points)
      case .close: unsafe cairo_close_path(context)
      }
    }
    if let fill = mark.fill {
      setSource(fill)
      if mark.stroke == nil {
        unsafe cairo_fill(context)
      } else {
        unsafe cairo_fill_preserve(context)
      }
    }
    if let stroke = mark.stroke {
      setSource(stroke.colour)
      unsafe cairo_set_line_width(context, stroke.width.points)
      let dashes = stroke.dashes.map(\.points)
      unsafe cairo_set_dash(context, dashes, Int32(dashes.count), 0)
      unsafe cairo_stroke(context)
    }
  }

  private func setSource(_ colour: Colour) {
    unsafe cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
  }
}
