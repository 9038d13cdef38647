using Moothall.Features.Partnership.Bodies.BodyPublishing;
using Moothall.Features.Partnership.Calendar;
using Moothall.Features.Partnership.Calendar.CalendarPublishing;
using Moothall.Features.Partnership.Presets;
using Moothall.Features.Public.Publishing;
using Moothall.Features.ThisWeek;
using Moothall.Platform.Backups;
using Moothall.Platform.Email;

namespace Moothall.Features.Partnership;

/// <summary>Registers what the partnership's own pages and its creation need.</summary>
public static class PartnershipRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddPartnership(this IServiceCollection services) =>
        services
            .AddScoped<Bodies.BodyFiles>()
            .AddScoped<NewPartnership>()
            .AddScoped<Demonstration>()
            .AddScoped<IPageSource, BodyPages>()
            .AddScoped<CalendarPages>()
            .AddScoped<IPageSource>(provider => provider.GetRequiredService<CalendarPages>())
            .AddScoped<CalendarFeeds>()
            .AddSingleton<FeedLimit>()
            .AddScoped(provider => new SetUpFacts(
                provider.GetService<IMailTransport>() is not null,
                () => provider.GetRequiredService<BackupPlaces>().Newest() is not null
            ));
}
