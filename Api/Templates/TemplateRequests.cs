using Actors.Api.Json;

namespace Actors.Api.Templates;

/// <param name="Id">tpl_ and 1 to 40 of a-z, 0-9, - and _; one is made where absent.</param>
/// <param name="Name">1 to 100 characters, for people.</param>
/// <param name="Subject">1 to 998 characters; Handlebars, nothing is escaped.</param>
/// <param name="Text">Up to 65,536 characters; Handlebars, nothing is escaped.</param>
/// <param name="Html">Up to 131,072 characters; Handlebars, values are escaped. Absent for plain text alone.</param>
/// <param name="Footer">Whether the shared footer follows; true where absent.</param>
/// <param name="Publish">Whether to send these words from now on; else they are a draft. False where absent.</param>
internal sealed record CreateTemplateRequest(
    string? Id, string Name, string Subject, string Text, string? Html, bool? Footer, bool? Publish);

/// <param name="Name">1 to 100 characters; kept where absent.</param>
/// <param name="Subject">1 to 998 characters; Handlebars, nothing is escaped.</param>
/// <param name="Text">Up to 65,536 characters; Handlebars, nothing is escaped.</param>
/// <param name="Html">Up to 131,072 characters; Handlebars, values are escaped. Absent for plain text alone.</param>
/// <param name="Footer">Whether the shared footer follows; true where absent.</param>
/// <param name="Publish">Whether to send these words from now on; else they are a draft. False where absent.</param>
internal sealed record ChangeTemplateRequest(
    string? Name, string Subject, string Text, string? Html, bool? Footer, bool? Publish);

/// <param name="Subject">Words that are not stored, all of them or none; the stored draft, else what is in use, where
/// absent.</param>
/// <param name="Text">As of the template.</param>
/// <param name="Html">As of the template.</param>
/// <param name="Footer">As of the template.</param>
/// <param name="Variables">Values to show instead of the samples: texts, numbers, lists, objects.</param>
internal sealed record PreviewRequest(
    string? Subject, string? Text, string? Html, bool? Footer, RawJson? Variables);

/// <param name="To">A user's verified address, or a verified test address. One's own where absent and where a user
/// asks.</param>
/// <param name="Variables">Values to show instead of the samples.</param>
internal sealed record TestRequest(string? To, RawJson? Variables);
