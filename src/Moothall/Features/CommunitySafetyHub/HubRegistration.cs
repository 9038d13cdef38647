using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.AgencySheets;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.MailIn;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Features.CommunitySafetyHub.Withdrawals;
using Moothall.Features.CommunitySafetyHub.WriteUps;

namespace Moothall.Features.CommunitySafetyHub;

/// <summary>Registers what the hub's slices need.</summary>
public static class HubRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddHub(this IServiceCollection services)
    {
        services
            .AddScoped<HubViewers>()
            .AddReferrals()
            .AddCases()
            .AddCirculation()
            .AddAgencySheets()
            .AddImport();

        // Messages from outside
        services.AddMailIn().AddJob<MailboxJob>();
        services.AddJob<MessagePurge>();

        // Agendas
        services.AddScoped<MeetingPlanner>().AddScoped<AgendaDrafts>();
        services.AddJob<PlanningJob>();

        // Meetings and actions
        services.AddScoped<Attendance>().AddScoped<MeetingUseCases>().AddScoped<ActionUseCases>();
        services.AddScoped<ActionList>().AddScoped<WithdrawalUseCases>();
        services.AddScoped<WriteUpUseCases>().AddScoped<MeetingUndo>();
        services.AddScoped<LiveBoards>().AddScoped<LiveReads>();
        services.AddJob<PulseWatch>();

        // Minutes
        services.AddScoped<MinutesSigning>().AddScoped<MinutesEditing>().AddScoped<MinutesFiles>();
        services.AddJob<MinutesReminder>();
        return services;
    }

    private static void AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IHostedService =>
        services
            .AddSingleton<TJob>()
            .AddHostedService(provider => provider.GetRequiredService<TJob>());
}
