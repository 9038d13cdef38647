using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.MailIn;
using Moothall.Platform.Email.Mailbox;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Features.CommunitySafetyHub.MailIn;

/// <summary>Messages as partners send them, and a product that reads a mailbox.</summary>
internal static class Mails
{
    /// <summary>Starts the application on this mailbox.</summary>
    public static Task<Moot> MootAsync(
        Database database,
        DovecotServer server,
        Action<MailboxOptions>? change = null,
        Action<IServiceCollection>? more = null
    ) =>
        Moot.StartAsync(
            database,
            services =>
            {
                services.Configure<MailboxOptions>(options =>
                {
                    options.Host = server.Host;
                    options.Port = server.Port;
                    options.User = server.User;
                    options.Password = server.Password;
                    options.AuthorityFile = server.AuthorityFile;
                    change?.Invoke(options);
                });
                more?.Invoke(services);
            }
        );

    /// <summary>Takes one turn of the job.</summary>
    public static Task ReadAsync(Moot moot) =>
        moot.Services.GetRequiredService<MailboxJob>().RunOnceAsync();

    /// <summary>A referral by e-mail, with a Word document and a program.</summary>
    public static byte[] Referral(string from, string name = "Jo Reed", string more = "") =>
        Ascii(
            $"""
            From: {name} <{from}>
            Subject: Referral: threats on the stairs
            Date: Mon, 23 Nov 2026 08:30:00 +0000
            Message-ID: <{Guid.CreateVersion7():n}@council.example>
            MIME-Version: 1.0
            {more}Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=windows-1252
            Content-Transfer-Encoding: quoted-printable

            Please take this to the hub. It is anti-social behaviour.

            Name: Mrs Marta O=92Neill
            DOB: 3rd April 1985
            Address: 12 Quarry Lane, Testbourne ZZ99 1AA
            Mobile: 07700 900456

            Threatened twice a week since October.
            --b
            Content-Disposition: attachment; filename="Diary of incidents.docx"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(Samples.Docx())}
            --b
            Content-Disposition: attachment; filename="photos.exe"
            Content-Transfer-Encoding: base64

            TVqQAAMA
            --b--
            """
        );

    /// <summary>A short message.</summary>
    public static byte[] Short(string from, string subject, string text, string more = "") =>
        Ascii(
            $"From: {from}\nSubject: {subject}\nMessage-ID: <{Guid.CreateVersion7():n}@council.example>\n{more}\n{text}\n"
        );

    /// <summary>The messages there are, oldest first.</summary>
    public static Task<List<IncomingMessage>> AllAsync(Moot moot) =>
        moot.WithAsync(db =>
            db.Set<IncomingMessage>()
                .AsNoTracking()
                .OrderBy(one => one.ReceivedAt)
                .ThenBy(one => one.Id)
                .ToListAsync()
        );

    /// <summary>Drops files on the page for it, as a browser does.</summary>
    public static async Task<Page> DropAsync(
        Browser browser,
        params (string Name, byte[] Content)[] files
    )
    {
        const string path = "/Messages/Add";
        var page = await browser.GetAsync(path);
        using var form = new MultipartFormDataContent();
        foreach (var input in page.Form("Add").QuerySelectorAll("input[type=hidden]"))
        {
            form.Add(
                new StringContent(input.GetAttribute("value") ?? ""),
                input.GetAttribute("name")!
            );
        }

        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "Uploads", name);
        }

        using var answer = await browser.SendAsync(new(HttpMethod.Post, path) { Content = form });
        if (answer.Headers.Location is { } location)
        {
            return await browser.GetAsync(location.OriginalString);
        }

        var text = await answer.Content.ReadAsStringAsync();
        return new(
            answer.StatusCode,
            path,
            new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text),
            text
        );
    }

    private static byte[] Ascii(string text) =>
        Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\r\n"));
}
