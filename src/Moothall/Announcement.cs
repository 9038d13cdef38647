using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall;

/// <summary>What the console says once the first page can be opened: the address and, in a demonstration, its people.</summary>
internal static class Announcement
{
    /// <summary>Prints it when the server listens; nothing where no preset was asked for, as in production.</summary>
    public static async Task PrepareAsync(WebApplication app, StartOptions start)
    {
        if (start.Preset is null)
        {
            return;
        }

        var people = await PeopleAsync(app.Services);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>();
            Console.WriteLine();
            Console.WriteLine($"Open {string.Join(" or ", addresses?.Addresses ?? app.Urls)}");
            people.ForEach(Console.WriteLine);
        });
    }

    private static async Task<List<string>> PeopleAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        if (!await db.Set<PartnershipSettings>().AnyAsync(own => own.DemonstrationSeed != null))
        {
            return [];
        }

        var today = UkTime.Today(scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var people = await db.Set<User>()
            .AsNoTracking()
            .Where(person => person.LeftAt == null)
            .Select(person => new
            {
                person.Name,
                Organisation = db.Set<Organisation>()
                    .Where(own => own.Id == person.OrganisationId)
                    .Select(own => own.Name)
                    .FirstOrDefault(),
                Roles = person
                    .Grants.Where(g => g.From <= today && (g.Until == null || g.Until >= today))
                    .Select(g => g.Role)
                    .ToList(),
            })
            .ToListAsync();
        return
        [
            "Choose one of these invented people on the sign-in page; no password is needed.",
            .. people
                .Where(person => person.Roles.Count > 0)
                .OrderBy(person => person.Roles.Min())
                .ThenBy(person => person.Name, StringComparer.Ordinal)
                .Select(person =>
                    $"  {person.Name, -28} {Roles(person.Roles, person.Organisation)}"
                ),
        ];
    }

    // A member's representative is told apart from the next one by their agency only.
    private static string Roles(IEnumerable<Role> roles, string? organisation) =>
        string.Join(
            ", ",
            roles
                .Order()
                .Select(role =>
                    role == Role.Member && organisation is not null
                        ? $"{DisplayNames.Of(role)}: {organisation}"
                        : DisplayNames.Of(role)
                )
        );
}
