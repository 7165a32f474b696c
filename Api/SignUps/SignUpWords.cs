using System.Collections.Frozen;
using Actors.Api.Hosting;
using Actors.Grains.Ids;
using Actors.Grains.StandardEmails;

namespace Actors.Api.SignUps;

/// <summary>The words of the pages of a double opt-in, in each of the languages that its message has.</summary>
/// <param name="Question">{0} is the tenant, {1} the lists in parentheses.</param>
internal sealed record SignUpWords(
    string Language,
    string Title,
    string Question,
    string Confirm,
    string DoneTitle,
    string Done,
    string UsedTitle,
    string Used,
    string ExpiredTitle,
    string Expired,
    string ThanksTitle,
    string Thanks,
    string SignUp,
    string AskAddress,
    string Address,
    string NoAddress)
{
    private static readonly FrozenDictionary<string, SignUpWords> Each = new SignUpWords[]
    {
        new("en", "Confirm your subscription",
            "{0} wants to send you e-mails{1}. Confirm only if you asked for them; otherwise close this page, and "
            + "nothing happens.",
            "Confirm", "You have subscribed", "Every e-mail tells how to unsubscribe again.",
            "You have confirmed already", "Nothing was changed now.",
            "This link has expired", "Ask for a new one where you signed up.",
            "Thank you", "Look into your mailbox: an e-mail asks you to confirm.",
            "Sign up", "Your e-mail address, please.", "E-mail", "This is no e-mail address."),
        new("cs", "Potvrďte odběr",
            "{0} vám chce posílat e-maily{1}. Potvrďte to jen tehdy, pokud jste o ně požádali; jinak tuto stránku "
            + "zavřete a nic se nestane.",
            "Potvrdit", "Odběr je potvrzen", "V každém e-mailu najdete, jak odběr zase odhlásit.",
            "Odběr už jste potvrdili", "Nyní se nic nezměnilo.",
            "Platnost odkazu vypršela", "O nový požádejte tam, kde jste se přihlásili.",
            "Děkujeme", "Podívejte se do své schránky: přišel e-mail, který vás žádá o potvrzení.",
            "Přihlásit se", "Zadejte prosím svou e-mailovou adresu.", "E-mail", "Toto není e-mailová adresa."),
        new("de", "Anmeldung bestätigen",
            "{0} möchte Ihnen E-Mails schicken{1}. Bestätigen Sie nur, wenn Sie darum gebeten haben; sonst schließen "
            + "Sie diese Seite, und es geschieht nichts.",
            "Bestätigen", "Sie sind angemeldet", "In jeder E-Mail steht, wie Sie sich wieder abmelden.",
            "Sie haben schon bestätigt", "Jetzt wurde nichts geändert.",
            "Dieser Link ist abgelaufen", "Einen neuen bekommen Sie dort, wo Sie sich angemeldet haben.",
            "Vielen Dank", "Sehen Sie in Ihr Postfach: Eine E-Mail bittet Sie um Bestätigung.",
            "Anmelden", "Ihre E-Mail-Adresse bitte.", "E-Mail", "Das ist keine E-Mail-Adresse."),
        new("pl", "Potwierdź subskrypcję",
            "{0} chce wysyłać do Ciebie wiadomości{1}. Potwierdź tylko wtedy, gdy była to Twoja prośba; w przeciwnym "
            + "razie zamknij tę stronę, a nic się nie stanie.",
            "Potwierdź", "Subskrypcja potwierdzona", "Każda wiadomość mówi, jak zrezygnować.",
            "Subskrypcja została już potwierdzona", "Teraz nic się nie zmieniło.",
            "Ten link wygasł", "O nowy można poprosić tam, gdzie nastąpił zapis.",
            "Dziękujemy", "Zajrzyj do skrzynki: wiadomość prosi o potwierdzenie.",
            "Zapisz się", "Podaj swój adres e-mail.", "E-mail", "To nie jest adres e-mail."),
    }.ToFrozenDictionary(words => words.Language, StringComparer.Ordinal);

    /// <summary>In the language of the message: a reader sees one and the same from the form to the button.</summary>
    /// <param name="language">Null for the tenant's.</param>
    public static async ValueTask<SignUpWords> Of(Call call, TenantId tenant, string? language)
    {
        language ??= (await call.Grains.GetGrain<IEmailSettingsGrain>(tenant.Value).Get()).Value?.Language;
        return Each[EmailLanguages.Nearest(language)];
    }
}
