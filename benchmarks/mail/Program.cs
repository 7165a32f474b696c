using Actors.Benchmarks.Mail;
using Actors.Mail.Messages;
using Actors.Mail.Messages.Downgrading;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;
using Actors.Mail.Reports;

// What the mail library does a second on one thread, and what it allocates: the median of five rounds that alternate.
var receipt = Messages.Composed(Messages.Receipt);
var invoice = Messages.Composed(Messages.WithAttachment);
var eightBit = Messages.EightBit();
var replies = Messages.Replies();
var reply = 0;

Measure.Print(
[
    new("compose, text and HTML, 2 kB", () => Messages.Compose(Messages.Receipt)),
    new("compose, the same and 20 kB attached", () => Messages.Compose(Messages.WithAttachment)),
    new("check a submission, 2 kB", () => SubmittedMessage.TryRead(receipt, Messages.Defaults, out _, out _)),
    new("mark a submission, 2 kB", () => MarkedMessage.Of(receipt, Messages.Marks)),
    new("parse the tree, 2 kB", () => ParsedMail.Parse(receipt)),
    new("parse and decode all, 28 kB", () => Messages.DecodeAll(invoice)),
    new("read a delivery report", () => ReportReader.TryRead(Messages.Report, out _)),
    new("8-bit to 7-bit, 2 kB", () => BodyDowngrade.TryToSevenBit(eightBit, out _, out _)),
    new("classify a reply", () => BounceClassifier.Classify(replies[reply++ % replies.Length])),
]);
