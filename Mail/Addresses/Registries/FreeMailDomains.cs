namespace Actors.Mail.Addresses.Registries;

/// <summary>Domains at which providers give mailboxes to anybody: no customer can publish records there.</summary>
/// <remarks>Each line says whose they are and, where the provider lists its domains, on which page.</remarks>
public static class FreeMailDomains
{
    private const string Table = """
        Seznam (napoveda.seznam.cz, "Jak založit e-mail"): seznam.cz email.cz post.cz spoluzaci.cz
        Centrum and Atlas (napoveda.centrum.cz): centrum.cz atlas.cz volny.cz centrum.sk
        Czech and Slovak providers (their sign-up pages): tiscali.cz quick.cz azet.sk zoznam.sk pobox.sk post.sk
        Google (support.google.com/mail/answer/10313): gmail.com googlemail.com
        Microsoft (support.microsoft.com, "Outlook.com aliases"): outlook.com live.com msn.com passport.com
        Yahoo (help.yahoo.com): ymail.com rocketmail.com myyahoo.com
        AOL (help.aol.com): aol.com aim.com
        Apple (support.apple.com/102540): icloud.com me.com mac.com
        Proton (proton.me/support/addresses-and-aliases): proton.me protonmail.com protonmail.ch pm.me
        Tuta (tuta.com): tuta.com tuta.io tutanota.com tutanota.de tutamail.com keemail.me
        Fastmail (fastmail.help): fastmail.com fastmail.fm
        mail.com and Zoho (their sign-up pages): mail.com email.com usa.com zohomail.com zohomail.eu hey.com hushmail.com
        United Internet (web.de, gmx.net): web.de email.de
        German providers: t-online.de magenta.de freenet.de arcor.de posteo.de mailbox.org online.de 1und1.de vodafone.de
        Swiss and Austrian providers: bluewin.ch hispeed.ch sunrise.ch aon.at chello.at
        Polish providers (wp.pl, onet.pl, interia.pl, gazeta.pl): wp.pl o2.pl go2.pl tlen.pl onet.pl op.pl onet.eu
        Polish providers, further: poczta.onet.pl vp.pl interia.pl interia.eu poczta.fm gazeta.pl
        Mail.ru (help.mail.ru/mail/account/registration): mail.ru inbox.ru list.ru bk.ru internet.ru xmail.ru
        Yandex and Rambler (yandex.ru/support/mail): ya.ru narod.ru rambler.ru lenta.ru
        Ukrainian providers: ukr.net i.ua meta.ua
        French providers: orange.fr wanadoo.fr laposte.net free.fr sfr.fr neuf.fr bbox.fr numericable.fr
        Italian providers: libero.it virgilio.it tiscali.it alice.it tim.it tin.it email.it
        Providers in Spain, Portugal and Brazil: telefonica.net sapo.pt uol.com.br bol.com.br terra.com.br
        Dutch and Belgian providers: ziggo.nl kpnmail.nl planet.nl hetnet.nl telenet.be skynet.be proximus.be
        Nordic and Baltic providers: telia.com online.no luukku.com inbox.lv
        Hungarian, Romanian and Bulgarian providers: freemail.hu citromail.hu abv.bg mail.bg
        British and Irish providers: btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com eircom.net
        American providers: comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
        Chinese providers: qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com
        Korean, Japanese and Indian providers: naver.com daum.net hanmail.net docomo.ne.jp ezweb.ne.jp rediffmail.com
        """;

    // Brands that give mailboxes under their name in many countries: yahoo.de, hotmail.co.uk, gmx.at.
    private static readonly string[] Brands = ["yahoo", "hotmail", "gmx", "yandex", "outlook", "live"];

    private static readonly HashSet<string> Names =
        [.. Table.Split('\n').SelectMany(line => line[(line.LastIndexOf(": ", StringComparison.Ordinal) + 2)..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>Whether the domain, or one above it, is a provider's.</summary>
    public static bool Contains(DomainName domain, PublicSuffixes suffixes)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(suffixes);
        for (var name = domain.Ascii; name.Length > 0;)
        {
            if (Names.Contains(name))
                return true;
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            var rest = dot < 0 ? "" : name[(dot + 1)..];
            if (dot > 0 && Brands.Contains(name[..dot]) && DomainName.TryParse(rest, out var above)
                && suffixes.Contains(above))
                return true;
            name = rest;
        }
        return false;
    }
}
