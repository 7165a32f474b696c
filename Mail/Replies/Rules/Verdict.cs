namespace Actors.Mail.Replies.Rules;

/// <param name="Stage">The command that was refused, as far as it is known or the text tells it.</param>
/// <param name="IsDoubted">Whether the text holds one of <see cref="DoubtPhrases"/>.</param>
internal readonly record struct Verdict(BounceRule Rule, ReplyStage Stage, bool IsDoubted);
