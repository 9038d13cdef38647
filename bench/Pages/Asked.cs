using System.Text;
using AngleSharp.Html.Parser;

namespace Moothall.Bench.Pages;

/// <summary>One request of a client who is signed in.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Cookie">Who asks; empty for a bare page.</param>
/// <param name="Form">What is posted; nothing for a page that is only read.</param>
/// <param name="Upload">A text file sent with the form: its name and what it says.</param>
internal sealed record Asked(
    Uri Address,
    string Cookie,
    IReadOnlyList<KeyValuePair<string, string>>? Form = null,
    (string Name, string Text)? Upload = null
)
{
    /// <summary>Sends it and reads the whole answer: a page where one is read, a redirect where something was saved.</summary>
    /// <returns>Where the answer leads; empty for a page.</returns>
    /// <exception cref="InvalidOperationException">The answer was not what a reader would have got.</exception>
    public async Task<string> SendAsync(HttpMessageInvoker wire)
    {
        using var request = new HttpRequestMessage(
            Form is null ? HttpMethod.Get : HttpMethod.Post,
            Address
        );
        if (Cookie.Length > 0)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        request.Content = Content();
        using var response = await wire.SendAsync(request, CancellationToken.None);
        var body = await response.Content.ReadAsByteArrayAsync();
        var location = response.Headers.Location?.ToString() ?? "";
        var saved = location.Length > 0 && !location.Contains("SignIn", StringComparison.Ordinal);
        return (Form is null ? response.IsSuccessStatusCode : saved)
            ? location
            : throw new InvalidOperationException(
                $"{Address} answered {(int)response.StatusCode} {location}: {Words(body)}"
            );
    }

    private HttpContent? Content()
    {
        if (Form is null || Upload is not { } file)
        {
            return Form is null ? null : new FormUrlEncodedContent(Form);
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in Form)
        {
            parts.Add(new StringContent(value), name);
        }

        parts.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file.Text)), "Upload", file.Name);
        return parts;
    }

    // What a reader would have read, the page's head and menu apart.
    private static string Words(byte[] body)
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(body));
        var words =
            (page.QuerySelector(".govuk-error-summary") ?? page.QuerySelector("main"))?.TextContent
            ?? "";
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
