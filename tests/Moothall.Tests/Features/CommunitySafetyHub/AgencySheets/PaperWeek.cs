using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.Account.SecondFactor;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Platform.Access;
using Moothall.Platform.Email;
using Moothall.Tests.Features.CommunitySafetyHub.Agendas;
using Moothall.Tests.Features.CommunitySafetyHub.Circulation;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.AgencySheets;

/// <summary>
/// The Monday before a hub with its agenda published. Hannah of Housing reads at a secure address, Zainab of the charity at an
/// ordinary one, Len's protocol has lapsed; none of them signs in. Actions of theirs are on an open case, on a case for named
/// people, and one tells a protected address.
/// </summary>
internal static class PaperWeek
{
    public const string Desk = "/AgencySheets";
    public const string Reference = "CSH-2026-SHT3";
    public const string SafeHouse = "17 Refugemark Lane";

    /// <summary>Stands only in the case that is for named people.</summary>
    public const string SecretReference = "CSH-2026-HSH3";
    public const string SecretAction = "Secretmark visit";
    public const string OpenAddress = "4 Openmark Street";

    /// <summary>What may be in no message, file name or archive listing.</summary>
    public static readonly string[] Personal =
    [
        "Kieran",
        "Moss",
        "Tara",
        Reference,
        SecretReference,
        "Secretmark",
        "Refugemark",
        "Openmark",
        "Windowmark",
        "Housing Options",
    ];

    public static async Task<Moot> StartAsync(Database database, IMailTransport? transport = null)
    {
        var moot = await Moot.StartAsync(
            database,
            transport is null ? null : services => services.AddSingleton(transport)
        );
        var last = Week.LastMeeting();
        var open = Week.Case(Reference, "Noise at night");
        var kieran = Week.Someone(open, "Kieran", "Moss", OpenAddress);
        var tara = Week.Someone(open, "Tara", "Bell", SafeHouse);
        var secret = Week.Case(SecretReference, "Held apart", CaseVisibility.NamedPeople);
        secret.Shares.Add(
            new()
            {
                CaseId = secret.Id,
                UserId = People.Coordinator.Id,
                Why = "leads",
            }
        );
        var seal = moot.Services.GetRequiredService<ProtectedSeal>();
        await moot.AddAsync(last, open, kieran, tara, secret);
        await moot.AddAsync(
            Week.Accepted(open, World.NextMeeting),
            new ProtectedValue
            {
                PersonId = tara.Id,
                Kind = ProtectedKind.Address,
                Sealed = seal.Seal(SafeHouse),
                Why = "Fled",
            }
        );
        HubAction Give(HubCase? about, string text, Guid owner) =>
            Week.Action(about, last, text, new(2026, 11, 24), owner);
        await moot.AddAsync(
            Give(open, "Board the Windowmark for Kieran Moss", World.HousingMember),
            Give(open, $"Call at {SafeHouse}", World.HousingMember),
            Give(secret, SecretAction, World.HousingMember),
            Give(null, "Leaflets Leafmark", World.CharityMember),
            Give(null, "Keys Keymark", World.LapsedMember)
        );
        await moot.WithAsync(SetAccountsAsync);
        await Week.PublishAsync(moot, World.NextMeeting);
        return moot;
    }

    public static async Task<Page> SendAllAsync(Moot moot)
    {
        using var carys = await moot.AsAsync(People.Coordinator);
        return await carys.PostAsync(await carys.GetAsync(Desk), "Send all that are ready");
    }

    public static Task<List<CirculationCopy>> CopiesAsync(Moot moot) =>
        HeldMeeting.CopiesAsync(moot);

    private static async Task SetAccountsAsync(Moothall.Platform.Data.MoothallDb db)
    {
        var without = new[] { People.Housing.Id, People.Charity.Id, People.Lapsed.Id };
        foreach (var user in await db.Set<User>().ToListAsync())
        {
            user.Email =
                user.Id == People.Housing.Id ? "hannah@housing.example"
                : user.Id == People.Charity.Id ? "zainab@harbour.example"
                : user.Email;
            if (!without.Contains(user.Id))
            {
                db.Add(
                    new Authenticator
                    {
                        UserId = user.Id,
                        SealedKey = [1],
                        AddedAt = TestClock.MondayMorning,
                    }
                );
            }
        }

        db.Add(
            new SecureDomainEntry
            {
                Domain = "housing.example",
                Evidence = "TLS and DMARC checked",
                CheckedOn = new(2026, 10, 1),
                ReviewOn = new(2027, 9, 30),
            }
        );
    }
}
