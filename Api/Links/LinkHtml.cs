using System.Net;
using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Links;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Links;

/// <summary>Writes a view as a page that loads nothing and tells nobody where it was opened from.</summary>
internal static class LinkHtml
{
    private const string Style =
        "body{font:1rem/1.5 sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}"
        + "label{display:block;margin:1rem 0}input{display:block;font:inherit;width:100%;box-sizing:border-box}"
        + "button{font:inherit;padding:.5rem 1rem}td,th{text-align:left;padding:.25rem .5rem;overflow-wrap:anywhere}"
        + ".fault{color:#a00}";

    private static readonly string Policy =
        "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; style-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style))) + "'";

    public static async Task Write(HttpResponse response, LinkView view)
    {
        response.StatusCode = StatusOf(view);
        response.ContentType = "text/html; charset=utf-8";
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer"; // the address of the page is a secret
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        await response.WriteAsync(Page(view));
    }

    private static int StatusOf(LinkView view) => view switch
    {
        LinkView.Ask { Fault: not null } => StatusCodes.Status422UnprocessableEntity,
        LinkView.Closed { Standing: LinkStanding.Unknown } => StatusCodes.Status404NotFound,
        LinkView.Closed { Standing: LinkStanding.NoRoom or LinkStanding.NoContactsLeft } =>
            StatusCodes.Status409Conflict,
        LinkView.Closed => StatusCodes.Status410Gone,
        _ => StatusCodes.Status200OK,
    };

    private static string Page(LinkView view)
    {
        var (title, text) = Words(view);
        return $"""
            <!doctype html><html lang="{Encode(view.Language)}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
            <title>{Encode(title)}</title><style>{Style}</style></head>
            <body><h1>{Encode(title)}</h1><p>{Encode(text)}</p>
            {Rest(view)}</body></html>
            """;
    }

    private static (string Title, string Text) Words(LinkView view) => view switch
    {
        LinkView.Ask ask => (ask.Title, ask.Text),
        LinkView.Done done => (done.Title, done.Text),
        LinkView.Table table => (table.Title, table.Text),
        LinkView.Closed { Words: { } words } => words,
        LinkView.Closed { Standing: LinkStanding.Used } =>
            ("This link was used already", "It works once, and has done its work. Nothing was changed now."),
        LinkView.Closed { Standing: LinkStanding.Expired } =>
            ("This link has expired", "Ask for a new one where you asked for this."),
        LinkView.Closed { Standing: LinkStanding.NoRoom } =>
            ("This address is a user of too many tenants",
                "Nothing was changed. Have it removed from one of them, and use this link again."),
        LinkView.Closed { Standing: LinkStanding.NoContactsLeft } =>
            ("You are not subscribed yet",
                "The list takes no more subscribers at present. Use this link again in a day or two."),
        _ => ("This link is not valid", "Perhaps it was cut off in the mail, or a later mail brought another."),
    };

    private static string Rest(LinkView view) => view switch
    {
        LinkView.Ask ask => Form(ask),
        LinkView.Table table => Rows(table),
        _ => "",
    };

    /// <summary>Without an action the form goes to the page's own address.</summary>
    private static string Form(LinkView.Ask ask)
    {
        var form = new StringBuilder("<form method=\"post\">");
        if (ask.Fault is { } fault)
            form.Append("<p class=\"fault\">").Append(Encode(fault)).Append("</p>");
        foreach (var field in ask.Fields)
            form.Append(System.Globalization.CultureInfo.InvariantCulture, $"""
                <label>{Encode(field.Label)}<input name="{Encode(field.Name)}" type="{Encode(field.Type)}"
                 autocomplete="{Encode(field.Autocomplete)}" maxlength="{field.LengthMax}" required></label>
                """);
        if (ask.Buttons.IsEmpty)
            form.Append("<button>").Append(Encode(ask.Button)).Append("</button>");
        foreach (var button in ask.Buttons)
            form.Append(System.Globalization.CultureInfo.InvariantCulture, $"""
                <p><button name="{Encode(button.Name)}" value="{Encode(button.Value)}">{Encode(button.Label)}</button></p>
                """);
        return form.Append("</form>").ToString();
    }

    private static string Rows(LinkView.Table table)
    {
        var html = new StringBuilder("<table><tr>");
        foreach (var head in table.Head)
            html.Append("<th>").Append(Encode(head)).Append("</th>");
        html.Append("</tr>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
                html.Append("<td>").Append(Encode(cell)).Append("</td>");
            html.Append("</tr>");
        }

        return html.Append("</table>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
