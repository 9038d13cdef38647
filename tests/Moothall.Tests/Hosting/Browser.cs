using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Moothall.Tests.Hosting;

/// <summary>A page as a browser got it.</summary>
/// <param name="Status">The status of the last answer.</param>
/// <param name="Path">The address in the end, after redirects.</param>
/// <param name="Document">The page.</param>
/// <param name="Text">The page's source, for markers that must not be in it.</param>
public sealed record Page(HttpStatusCode Status, string Path, IHtmlDocument Document, string Text)
{
    /// <summary>The words of the page's main part.</summary>
    public string Words =>
        string.Join(
            ' ',
            (Document.QuerySelector("main") ?? Document.Body)!.TextContent.Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries
            )
        );

    /// <summary>The messages of the error summary.</summary>
    public IReadOnlyList<string> Errors =>
        [
            .. Document
                .QuerySelectorAll(".govuk-error-summary li")
                .Select(item => item.TextContent.Trim()),
        ];

    /// <summary>The form whose button or address holds these words, or the only form of the main part.</summary>
    public IHtmlFormElement Form(string? words = null) =>
        Document
            .QuerySelectorAll<IHtmlFormElement>("main form")
            .Single(form =>
                words is null
                || form.TextContent.Contains(words, StringComparison.OrdinalIgnoreCase)
                || (form.GetAttribute("action") ?? "").Contains(
                    words,
                    StringComparison.OrdinalIgnoreCase
                )
            );
}

/// <summary>A browser without scripts: it keeps cookies, follows redirects and sends the forms that pages really hold.</summary>
public sealed class Browser : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private static readonly Uri Root = new("http://localhost/");

    /// <summary>Opens it, with a session's cookie where someone is signed in.</summary>
    public Browser(HttpMessageHandler handler, string? cookie)
    {
        client = new(handler) { BaseAddress = Root };
        if (cookie is not null)
        {
            cookies.SetCookies(Root, cookie);
        }
    }

    /// <summary>The client below, for requests that are no page.</summary>
    public HttpClient Client => client;

    /// <summary>Opens an address and follows redirects.</summary>
    public async Task<Page> GetAsync(string path) =>
        await ReadAsync(await SendAsync(new(HttpMethod.Get, path)));

    /// <summary>One request with the browser's cookies, redirects not followed; a stream is read as it comes where only its headers are waited for.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        HttpCompletionOption until = HttpCompletionOption.ResponseContentRead
    )
    {
        var address = new Uri(Root, request.RequestUri!);
        if (cookies.GetCookieHeader(address) is { Length: > 0 } header)
        {
            request.Headers.Add("Cookie", header);
        }

        var response = await client.SendAsync(request, until);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                cookies.SetCookies(address, cookie);
            }
        }

        return response;
    }

    /// <summary>Fills in a form of a page and sends it, hidden fields and all, as its button would.</summary>
    /// <param name="page">The page that holds the form.</param>
    /// <param name="form">Words in the form that tell it from others, or nothing where the page has one.</param>
    /// <param name="fields">What to type, by field name; a name with nothing clears a box that is ticked. A value for a name the form lacks is sent all the same.</param>
    /// <param name="button">The words of the button to press, where they matter.</param>
    public Task<Page> PostAsync(
        Page page,
        string? form = null,
        string? button = null,
        params (string Name, string? Value)[] fields
    ) => PostAsync(page, page.Form(form), button, fields);

    /// <summary>Fills in this form and sends it.</summary>
    public async Task<Page> PostAsync(
        Page page,
        IHtmlFormElement form,
        string? button = null,
        params (string Name, string? Value)[] fields
    )
    {
        var values = FormValues.Of(form, button, fields, out var formAction);
        var action = new Uri(
            new Uri(Root, page.Path),
            formAction ?? (form.GetAttribute("action") is { Length: > 0 } given ? given : page.Path)
        );
        var request = new HttpRequestMessage(HttpMethod.Post, action);
        request.Content = string.Equals(
            form.GetAttribute("enctype"),
            "multipart/form-data",
            StringComparison.OrdinalIgnoreCase
        )
            ? FormValues.Multipart(values)
            : new FormUrlEncodedContent(values);
        return await ReadAsync(await SendAsync(request));
    }

    /// <summary>Sends a form with a file chosen in it.</summary>
    /// <param name="page">The page that holds the form.</param>
    /// <param name="form">Words in the form.</param>
    /// <param name="field">Name of the field of the file.</param>
    /// <param name="fileName">Name of the file; nothing where none is chosen.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="fields">What to type, by field name.</param>
    public async Task<Page> UploadAsync(
        Page page,
        string form,
        string field,
        string? fileName,
        byte[] content,
        params (string Name, string Value)[] fields
    )
    {
        var sent = new MultipartFormDataContent();
        foreach (var input in page.Form(form).QuerySelectorAll("input[type=hidden]"))
        {
            sent.Add(
                new StringContent(input.GetAttribute("value") ?? ""),
                input.GetAttribute("name")!
            );
        }

        foreach (var (name, value) in fields)
        {
            sent.Add(new StringContent(value), name);
        }

        if (fileName is not null)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new("application/octet-stream");
            sent.Add(file, field, fileName);
        }

        var address = new Uri(new Uri(Root, page.Path), "");
        return await ReadAsync(
            await SendAsync(new(HttpMethod.Post, address.AbsolutePath) { Content = sent })
        );
    }

    private async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        for (
            var redirects = 0;
            response.Headers.Location is { } location && redirects < 10;
            redirects++
        )
        {
            var next = new Uri(new Uri(Root, response.RequestMessage!.RequestUri!), location);
            response.Dispose();
            response = await SendAsync(new(HttpMethod.Get, next.PathAndQuery));
        }

        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            var document = await new HtmlParser().ParseDocumentAsync(text);
            var address = new Uri(Root, response.RequestMessage!.RequestUri!);
            return new(response.StatusCode, address.PathAndQuery, document, text);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}

/// <summary>What a form would send.</summary>
internal static class FormValues
{
    public static List<KeyValuePair<string, string>> Of(
        IHtmlFormElement form,
        string? button,
        IReadOnlyCollection<(string Name, string? Value)> fields,
        out string? action
    )
    {
        var typed = fields.Select(field => field.Name).ToHashSet();
        var values = form
            .Elements.Where(element =>
                element.GetAttribute("name") is { Length: > 0 } name && !typed.Contains(name)
            )
            .Where(element => !element.HasAttribute("disabled"))
            .SelectMany(Sent)
            .ToList();
        values.AddRange(
            fields
                .Where(field => field.Value is not null)
                .Select(field => KeyValuePair.Create(field.Name, field.Value!))
        );
        var pressed = form.QuerySelectorAll("button")
            .FirstOrDefault(element =>
                button is not null
                && element.TextContent.Contains(button, StringComparison.OrdinalIgnoreCase)
            );
        if (button is not null && pressed is null)
        {
            throw new InvalidOperationException($"The form has no button '{button}'.");
        }

        if (pressed?.GetAttribute("name") is { Length: > 0 } pressedName)
        {
            values.Add(new(pressedName, pressed.GetAttribute("value") ?? ""));
        }

        action = pressed?.GetAttribute("formaction");
        return values;
    }

    public static MultipartFormDataContent Multipart(
        IEnumerable<KeyValuePair<string, string>> values
    )
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }

    private static IEnumerable<KeyValuePair<string, string>> Sent(IElement element) =>
        element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement { Type: "submit" or "button" or "file" } => [],
            IHtmlInputElement input => [new(input.Name!, input.Value)],
            IHtmlTextAreaElement area => [new(area.Name!, area.Value)],
            IHtmlSelectElement select => select
                .Options.Where(option => option.IsSelected)
                .Select(option => new KeyValuePair<string, string>(select.Name!, option.Value)),
            _ => [],
        };
}
