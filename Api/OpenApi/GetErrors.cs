using System.Net;
using System.Text;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.OpenApi;

/// <summary>Explains every problem: where the type of a problem document leads.</summary>
internal sealed class GetErrors : IEndpoint
{
    private static readonly string Html = Write();

    public static Operation Operation { get; } = new(
        "GET", "/docs/errors", Audience.Public, "getErrors", "Documentation", "Read what each problem means")
    {
        Outcomes = [new(200, "A page.", typeof(string), "text/html")],
    };

    public static Task<IResult> Handle(Call call) =>
        Task.FromResult(Results.Text(Html, "text/html; charset=utf-8"));

    private static string Write()
    {
        var page = new StringBuilder(
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Problems</title>
            <style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto}dt{margin-top:1rem}</style>
            <h1>Problems</h1><dl>

            """);
        foreach (var type in ProblemTypes.All)
            page.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"""
                <dt id="{type.Code}"><code>{type.Code}</code> {type.Status}: {WebUtility.HtmlEncode(type.Title)}</dt>
                <dd>{WebUtility.HtmlEncode(type.Meaning)} {(type.Retryable ? "Worth repeating." : "")}</dd>

                """);
        return page.Append("</dl></html>").ToString();
    }
}
