package baton.intake.importing.rest;

import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is said of a file that is uploaded. */
public class UploadParameters {

  @QueryParam("source")
  @NotNull
  @PlainText
  @Parameter(description = "From which its rows are", example = "api")
  String source;

  @QueryParam("name")
  @NotNull
  @Size(min = 1, max = 200)
  @PlainText
  @Parameter(description = "What you call it", example = "fair-visitors.csv")
  String name;

  @QueryParam("encoding")
  @Parameter(
      description = "In which it is written; found out if it is not said",
      schema = @Schema(examples = "windows-1252"))
  String encoding;

  @QueryParam("delimiter")
  @Parameter(
      description = "What separates its cells, one character or `tab`; found out if it is not said",
      schema = @Schema(examples = ";"))
  String delimiter;

  /** For JAX-RS. */
  public UploadParameters() {}

  /** The encoding, or null if none is said; answers 400 if there is no such one. */
  Charset charset() {
    try {
      if (encoding == null || encoding.isEmpty()) {
        return null;
      }
      if (Charset.isSupported(encoding)) {
        return Charset.forName(encoding);
      }
    } catch (IllegalCharsetNameException e) {
      // refused below
    }
    throw refused("encoding", "is no encoding that is known here");
  }

  /** The delimiter, or null if none is said; answers 400 if it can be none. */
  Character separator() {
    if (delimiter == null || delimiter.isEmpty()) {
      return null;
    }
    String text = delimiter.equals("tab") ? "\t" : delimiter;
    boolean isOne =
        text.length() == 1
            && !Character.isLetterOrDigit(text.charAt(0))
            && !Character.isSurrogate(text.charAt(0))
            && "\"\r\n\0".indexOf(text.charAt(0)) < 0;
    if (!isOne) {
      throw refused("delimiter", "must be one character, no letter or digit, or tab");
    }
    return text.charAt(0);
  }

  private static RuntimeException refused(String parameter, String why) {
    return ProblemType.INVALID_REQUEST.because(
        "the file cannot be read so", List.of(FieldError.parameter(parameter, why)));
  }
}
