namespace Actors.Mail.Replies;

/// <summary>Reply code and enhanced status in text, wherever they stand in it.</summary>
/// <param name="Code">400 to 599, and 2xx in prose; null where there is none.</param>
/// <param name="Status">Null where there is none.</param>
/// <param name="At">Where the code begins; 0 where there is none.</param>
internal readonly record struct CodesInText(int? Code, EnhancedStatusCode? Status, int At);
