using Actors.Grains.Couriers;

namespace Actors.Grains.Ports;

/// <summary>Makes attempts: the SMTP dialogue, outside of any grain turn.</summary>
public interface IDeliveries
{
    /// <summary>Returns at once. The outcome reaches the message (<c>Report</c>) and the slot its courier (<c>Finished</c>).</summary>
    /// <param name="courier">Key of the courier that hands the attempt over.</param>
    /// <param name="site">The destination whose slot it uses.</param>
    void Start(DeliveryOrder order, string courier, string site);
}
