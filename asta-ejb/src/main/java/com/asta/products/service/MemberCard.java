package com.asta.products.service;

import com.asta.products.rules.BundleMember;

/** A member of a bundle with the version that is sold now; offer is null while none is. */
public record MemberCard(BundleMember member, OfferCard offer) {}
