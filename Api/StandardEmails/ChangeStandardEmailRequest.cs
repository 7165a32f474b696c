namespace Actors.Api.StandardEmails;

/// <param name="Subject">1 to 998 characters; Handlebars, nothing is escaped.</param>
/// <param name="Text">Up to 65,536 characters; Handlebars, nothing is escaped.</param>
/// <param name="Html">Up to 131,072 characters; Handlebars, values are escaped. Absent for plain text alone.</param>
/// <param name="Footer">Whether the shared footer follows; true where absent.</param>
/// <param name="Publish">Whether to send these words from now on; else they are a draft. False where absent.</param>
internal sealed record ChangeStandardEmailRequest(
    string Subject, string Text, string? Html, bool? Footer, bool? Publish);
