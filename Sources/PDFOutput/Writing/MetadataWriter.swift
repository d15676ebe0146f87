import DocumentTree

/// Writes what a file says of itself: information, XMP with both standards, output intent, language.
struct MetadataWriter {
  let pdf: PDFFile
  let metadata: Document.Metadata

  static let producer = "Katern"

  /// Writes the metadata; what the catalogue says goes into its entries.
  func write(into root: inout PDFSyntax) {
    root.add("/Lang")
    root.string(metadata.language.utf8)
    root.add("/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>/Metadata ")
    // Programs that know nothing of PDF find the packet by its bytes.
    root.reference(
      pdf.stream(Array(xmp.utf8), isDeflated: false) { $0.add("/Type/Metadata/Subtype/XML") })
    let profile = pdf.stream(ICCProfile.sRGB) { $0.add("/N 3") }
    let intent = pdf.add { syntax in
      syntax.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)")
      syntax.add("/Info(sRGB IEC61966-2.1)/DestOutputProfile ")
      syntax.reference(profile)
      syntax.add(">>")
    }
    root.add("/OutputIntents[")
    root.reference(intent)
    root.add("]")
  }

  private var date: String { metadata.date ?? "1970-01-01" }

  /// Writes the document information.
  func information() -> PDFFile.Object {
    let compact = date.split(separator: "-").joined()
    return pdf.add { syntax in
      syntax.add(text: "<</Producer(\(Self.producer))/Creator(\(Self.producer))")
      syntax.add(text: "/CreationDate(D:\(compact)000000Z)/ModDate(D:\(compact)000000Z)/Title")
      syntax.text(metadata.title)
      for (key, text) in [("Author", metadata.author), ("Subject", metadata.subject)]
      where !text.isEmpty {
        syntax.add(text: "/\(key)")
        syntax.text(text)
      }
      syntax.add(">>")
    }
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }

  private func list(
    _ element: String, _ container: String, _ text: String, _ attribute: String = ""
  )
    -> String
  {
    if text.isEmpty { return "" }
    return "<\(element)><rdf:\(container)><rdf:li\(attribute)>\(escaped(text))</rdf:li>"
      + "</rdf:\(container)></\(element)>"
  }

  private var xmp: String {
    let language = " xml:lang=\"x-default\""
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
      xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
      xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <dc:format>application/pdf</dc:format>\(list("dc:title", "Alt", metadata.title, language))\
      \(list("dc:creator", "Seq", metadata.author))\
      \(list("dc:description", "Alt", metadata.subject, language))\
      \(list("dc:language", "Bag", metadata.language))
      <xmp:CreateDate>\(date)T00:00:00Z</xmp:CreateDate>\
      <xmp:ModifyDate>\(date)T00:00:00Z</xmp:ModifyDate>\
      <xmp:CreatorTool>\(Self.producer)</xmp:CreatorTool>\
      <pdf:Producer>\(Self.producer)</pdf:Producer>
      <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
      <pdfuaid:part>1</pdfuaid:part></rdf:Description>
      \(Self.extensionSchema)
      </rdf:RDF></x:xmpmeta>
      <?xpacket end="w"?>
      """
  }

  /// PDF/A accepts the identifier of PDF/UA only if the file declares it.
  private static let extensionSchema = """
    <rdf:Description rdf:about="" \
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
    <rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>Indicates which part of ISO 14289 is followed\
    </pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>\
    </pdfaExtension:schemas></rdf:Description>
    """
}
